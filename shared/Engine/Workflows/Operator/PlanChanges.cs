using ExitDesk.Domain.Plans;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.Ports.Desk;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>Applies the owner's changes of the plan: checked as a whole, kept with what was before, audited, and said.</summary>
public sealed class PlanChanges(DeskLedger documents, DeskCommits commits, ExitPlanBook book, PlanRefresh refresh, TimeProvider time)
{
    private const int Tries = 5;

    /// <summary>Applies a change.</summary>
    /// <param name="update">Who wants it; a repeat of the same changes nothing.</param>
    /// <param name="positions">That are open now.</param>
    /// <param name="change">From the changes as they are.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    /// <returns>Why it is not in force; null if it is, and the owner was told.</returns>
    public async Task<string?> ApplyAsync(
        OperatorUpdate update, IReadOnlyList<Position> positions, Func<PlanOverrides, PlanChange> change, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Tries; i++)
        {
            var stored = await documents.FindAsync<PlanOverrides>(LedgerKeys.PlanOverrides, cancellationToken).ConfigureAwait(false);
            var before = stored?.Value ?? new PlanOverrides(0, PlanVersion.Empty);
            if (before.Current.UpdateId == update.UpdateId)
            {
                return null;
            }

            var wanted = change(before);
            if ((wanted.Refusal ?? RefusalOf(before, wanted, positions)) is { } refusal)
            {
                return refusal;
            }

            var after = Next(before, wanted, update, time.GetUtcNow());
            if (await commits.CommitAsync(Announced(stored, before, after, wanted, update), cancellationToken).ConfigureAwait(false) is not null)
            {
                await refresh.RunAsync(cancellationToken).ConfigureAwait(false);
                return null;
            }
        }

        return "The ledger did not answer, or somebody else changed the plan again and again. Please try again.";
    }

    /// <summary>The book's documents with other changes of the owner on top; null if those cannot be read.</summary>
    public IReadOnlyList<PlanDocument>? With(string json, out IReadOnlyList<string> problems)
    {
        var below = book.Documents.Take(1).ToList();
        var document = ExitPlanFile.ReadDocument(PlanOverrides.Name, json, below, out problems);
        return document is null ? null : [.. below, document];
    }

    // What returns to an earlier version, or takes something away, may leave a contradiction behind as well: all is checked.
    private string? RefusalOf(PlanOverrides before, PlanChange wanted, IReadOnlyList<Position> positions)
    {
        if (wanted.Json is null)
        {
            return "Nothing to change.";
        }

        if (wanted.Json.Length > PlanOverrides.Longest)
        {
            return "That is more than the ledger keeps: put what lasts into exitdesk.json, and take it away here with /plan reset.";
        }

        if (With(wanted.Json, out var problems) is not { } next)
        {
            return string.Join('\n', problems.Select(Shorter));
        }

        var now = With(before.Current.Json, out _);
        var refused = positions.SelectMany(position => RefusedFor(position, next).Except(now is null ? [] : RefusedFor(position, now))
            .Select(why => $"{Titles.Of(position)}: {why}")).ToList();
        return refused.Count == 0 ? null : string.Join('\n', refused);
    }

    private static IEnumerable<string> RefusedFor(Position position, IReadOnlyList<PlanDocument> documents) =>
        PlanMerge.Merge(PlanSubjects.Of(position), documents).Refused.Select(static refused => refused.Contradiction.Why)
            .Concat(ReachText.SetFor(position, documents));

    // The line in a text that the owner never sees says nothing.
    private static string Shorter(string problem) => problem[(problem.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    private static PlanOverrides Next(PlanOverrides before, PlanChange wanted, OperatorUpdate update, DateTimeOffset now)
    {
        var version = new PlanVersion(wanted.Json!, now, update.UserName, wanted.What, update.UpdateId);
        return new PlanOverrides(before.Number + 1, version)
        {
            Earlier = wanted.IsUndo ? [.. before.Earlier.SkipLast(1)] : [.. before.Earlier.Append(before.Current).TakeLast(PlanOverrides.Kept)],
        };
    }

    private static LedgerBatch Announced(
        Stored<PlanOverrides>? stored, PlanOverrides before, PlanOverrides after, PlanChange wanted, OperatorUpdate update)
    {
        var at = after.Current.At;
        var batch = new LedgerBatch();
        _ = stored is null
            ? batch.Insert(LedgerKeys.PlanOverrides, after)
            : batch.Replace(LedgerKeys.PlanOverrides, after, stored.Version);
        var undo = after.Earlier.Count > 0 ? "Undo: /plan undo" : "Nothing is left to undo.";
        return batch
            .Post(Audit.Entry($"plan:{update.UpdateId}", at, "plan", wanted.IsUndo ? "plan-undone" : "plan-changed", update.UserName, $"version {before.Number} → {after.Number}: {wanted.What}"))
            .Post(new OutboxEntry($"plan:{update.UpdateId}", at)
            {
                Notice = new Notice(Card.Plain(
                    $"⚪ <b>Plan changed</b>\n{Html.Escape(wanted.What)}\nIn force at the next sweep · version {after.Number} · by {Html.Escape(update.UserName)}\n{undo}"))
                { Kind = NoticeKind.Answer },
            });
    }
}
