using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.Ports.Desk;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>Changes mode and trading state: kept in the ledger, audited, and said.</summary>
public sealed class Switching(DeskLedger documents, DeskCommits commits, ExitPlanBook plans, TimeProvider time)
{
    private const int Tries = 5;
    private const int Shown = 20;

    /// <summary>Applies a change.</summary>
    /// <param name="update">Who wants it.</param>
    /// <param name="change">From the switches as they are.</param>
    /// <param name="together">Begins the batch with what must commit together with the change.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    /// <returns>The switches as they are now; null if the change is not in force.</returns>
    public async Task<DeskSwitches?> ApplyAsync(
        OperatorUpdate update, Func<DeskSwitches, DeskSwitches> change, Func<LedgerBatch> together, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Tries; i++)
        {
            var stored = await documents.FindAsync<DeskSwitches>(LedgerKeys.DeskSwitches, cancellationToken).ConfigureAwait(false);
            var before = await documents.SwitchesAsync(cancellationToken).ConfigureAwait(false);
            var now = time.GetUtcNow();
            var after = change(before) with { ChangedAt = now, ChangedBy = update.UserName };
            var batch = Announced(together(), update, before, after, now);
            _ = stored is null
                ? batch.Insert(LedgerKeys.DeskSwitches, after)
                : batch.Replace(LedgerKeys.DeskSwitches, after, stored.Version);
            if (await commits.CommitAsync(batch, cancellationToken).ConfigureAwait(false) is not null)
            {
                return after;
            }
        }

        // A write of unknown outcome may have made the next ones conflict with itself.
        var inForce = await documents.SwitchesAsync(cancellationToken).ConfigureAwait(false);
        var wanted = change(inForce);
        return (inForce.Mode, inForce.State) == (wanted.Mode, wanted.State) ? inForce : null;
    }

    /// <summary>What rules would close right now, by the last marks.</summary>
    public async Task<string> WouldCloseAsync(CancellationToken cancellationToken)
    {
        var marks = await documents.MarksAsync(cancellationToken).ConfigureAwait(false);
        var found = (await documents.PositionsAsync(cancellationToken).ConfigureAwait(false))
            .Select(position => position.Value)
            .Where(position => position is { Status: PositionStatus.Open or PositionStatus.AwaitingApproval, Management: Management.Managed })
            .Select(position => (Position: position, Decision: Judge(position, marks)))
            .Where(judged => judged.Decision.Kind == DecisionKind.Close)
            .ToLookup(
                judged => plans.PlanFor(judged.Position).ApprovalOf(judged.Decision.Reason!.Value),
                judged => $"• {Html.Escape(Titles.Of(judged.Position))}: {RuleText.Fired(judged.Decision.Reason!.Value, judged.Decision.Value, judged.Decision.Threshold)}");
        return found.Count == 0
            ? "No rule is past its threshold now."
            : Listed("Would close at once:", [.. found[Approval.Act]]) + Listed("Would ask you:", [.. found[Approval.Ask]]);
    }

    private static string Listed(string title, List<string> lines) => lines.Count == 0
        ? ""
        : $"{title}\n" + string.Join('\n', lines.Take(Shown)) + (lines.Count > Shown ? $"\n… and {lines.Count - Shown} more\n" : "\n");

    private ExitDecision Judge(Position position, IReadOnlyDictionary<string, PositionMark> marks) =>
        marks.TryGetValue(position.Id, out var mark)
            ? ExitPolicy.Decide(
                SnapshotBuilder.FromMark(position, mark, default), plans.PlanFor(position), new DecisionContext(IsEmergency: false, position.SilencedRules(time.GetUtcNow())))
            : ExitDecision.Hold;

    private static LedgerBatch Announced(LedgerBatch batch, OperatorUpdate update, DeskSwitches before, DeskSwitches after, DateTimeOffset now)
    {
        var text = $"{Titles.Switches(before)} → {Titles.Switches(after)}";
        return batch
            .Post(Audit.Entry($"switches:{update.UpdateId}", now, "desk", "switched", update.UserName, text))
            .Post(new OutboxEntry($"switches:{update.UpdateId}", now)
            {
                Notice = new Notice(Card.Plain(
                    $"⚪ <b>{Titles.Switches(after)}</b>\nWas {Titles.Switches(before)} · by {Html.Escape(update.UserName)}\n"
                    + (after.AllowsAutomaticOrders
                        ? "If you do nothing: rules that fire close by themselves."
                        : "If you do nothing: no automatic order is sent; rules that fire only alert."))),
            });
    }
}
