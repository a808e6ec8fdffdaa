using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Workflows.Expiry;

/// <summary>Tells and records what the expiry ladder sees of each position that expires today. It closes nothing: the rule does.</summary>
public sealed class ExpiryGuardian(
    ILedger ledger, DeskLedger documents, DeskCommits commits, ExpiryNotices notices, AccountMeansReads means, RestingStops stops, ILogger<ExpiryGuardian> logger)
{
    // Cards of an earlier process may be open.
    private bool _mayHaveCards = true;

    /// <summary>One cycle, after the rules have acted. To be called with an empty list too: cards of positions that are gone end.</summary>
    /// <param name="expiring">Every guarded position of which a leg expires today, each assessed in this cycle.</param>
    /// <param name="switches">Whether the ladder may act.</param>
    /// <param name="moment">The broker's clock, in session.</param>
    /// <param name="round">Takes what is posted.</param>
    /// <param name="cancellationToken">Ends the work; the next cycle goes on.</param>
    /// <returns>What went wrong, one line each. Nothing of it has touched a close.</returns>
    public async Task<IReadOnlyList<string>> WatchAsync(
        IReadOnlyList<ExpiringPosition> expiring, DeskSwitches switches, MarketMoment moment, DeliveryRound round, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        if (moment.Session is null || (expiring.Count == 0 && !_mayHaveCards))
        {
            return problems;
        }

        try
        {
            var known = await KnownAsync(cancellationToken).ConfigureAwait(false);
            var funds = expiring.Any(position => position.Assessment.Action > ExpiryAction.Nothing)
                ? await means.ReadAsync(moment.Now, cancellationToken).ConfigureAwait(false)
                : AccountMeans.Unknown;
            var steps = new List<ExpiryStep>();
            foreach (var position in expiring.Where(position => position.Assessment.IsExpiring))
            {
                await TryAsync(
                    problems, position.Position.Value.Id,
                    () =>
                    {
                        steps.Add(Step(position, known, funds.Of(position, expiring), switches, moment));
                        return Task.CompletedTask;
                    },
                    cancellationToken).ConfigureAwait(false);
            }

            var roll = ExpiryRollCall.Of(steps);
            foreach (var step in steps)
            {
                await TryAsync(problems, step.View.Position.Id, () => TakeAsync(step, roll, moment, round, cancellationToken), cancellationToken).ConfigureAwait(false);
            }

            var isAnyOpen = expiring.Count > 0;
            var seen = expiring.Select(position => position.Position.Value.Id).ToHashSet(StringComparer.Ordinal);
            foreach (var (id, row) in known.Where(row => !seen.Contains(row.Key) && row.Value.Watch?.HasCards == true))
            {
                await TryAsync(problems, id, () => LeaveAsync(row.Watch!, row.Version, moment, round, cancellationToken), cancellationToken).ConfigureAwait(false);
                isAnyOpen = true;
            }

            _mayHaveCards = isAnyOpen;
        }
        catch (LedgerUnavailableException problem)
        {
            problems.Add($"expiry guardian: {problem.Message}");
        }

        return problems;
    }

    // Whatever goes wrong with one position, the owner hears of all others.
    private async Task TryAsync(List<string> problems, string id, Func<Task> step, CancellationToken cancellationToken)
    {
        try
        {
            await step().ConfigureAwait(false);
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(problem, "Position {Position} could not be watched on its last day", id);
            problems.Add($"expiry guardian, {id}: {problem.Message}");
        }
    }

    private ExpiryStep Step(
        ExpiringPosition expiring, Dictionary<string, (ExpiryWatch? Watch, string Version)> known, ExerciseMeans funds, DeskSwitches switches, MarketMoment moment)
    {
        var (stored, version) = known.TryGetValue(expiring.Position.Value.Id, out var row) ? row : (null, null);
        var before = stored?.Day == moment.Session!.Date ? stored : null;
        var steady = before is null ? expiring : expiring with { Assessment = expiring.Assessment.After(before.Last) };
        return new ExpiryStep(notices.View(steady, funds, switches, moment), before, version);
    }

    private async Task TakeAsync(
        ExpiryStep step, ExpiryRollCall roll, MarketMoment moment, DeliveryRound round, CancellationToken cancellationToken)
    {
        var (view, id, isCalled) = (step.View, step.View.Position.Id, roll.Calls(step));
        var batch = new LedgerBatch();
        if (step.IsNews)
        {
            batch.Post(Audit.Entry(
                $"expiry:{id}:{moment.Now.ToUnixTimeMilliseconds()}", moment.Now, id, "expiry-assessed", "expiry guardian",
                $"{Titles.Of(view.Position)}: {ExpiryText.Numbers(view.Assessment, view.Underlying)}"));
        }

        var after = await notices.TellAsync(batch, view, step.Watch, isCalled, moment, cancellationToken).ConfigureAwait(false);
        after = await stops.TellAsync(batch, view, after, cancellationToken).ConfigureAwait(false);
        if (isCalled)
        {
            roll.Post(batch);
        }

        // The row decides between two instances: the slower one's card is not posted.
        if (after != step.Before
            && await commits.CommitAsync(Written(batch, after, step.Version), round, cancellationToken).ConfigureAwait(false) is not null
            && isCalled)
        {
            roll.Said();
        }
    }

    // Closed, expired, or no longer guarded: its buttons would promise what they cannot do.
    private async Task LeaveAsync(ExpiryWatch watch, string version, MarketMoment moment, DeliveryRound round, CancellationToken cancellationToken)
    {
        var position = await documents.PositionAsync(watch.PositionId, cancellationToken).ConfigureAwait(false);
        var batch = new LedgerBatch();
        var answer = position?.Value.Status.IsLive() == true ? "No longer guarded" : "It is over";
        var after = await notices.EndAsync(batch, watch, position?.Value, answer, moment, cancellationToken).ConfigureAwait(false);
        await commits.CommitAsync(Written(batch, after, version), round, cancellationToken).ConfigureAwait(false);
    }

    private static LedgerBatch Written(LedgerBatch batch, ExpiryWatch watch, string? version) => version is null
        ? batch.Insert(LedgerKeys.Expiry(watch.PositionId), watch)
        : batch.Replace(LedgerKeys.Expiry(watch.PositionId), watch, version);

    // A row that cannot be read counts as none and is written anew: it must not keep the owner from being told.
    private async Task<Dictionary<string, (ExpiryWatch? Watch, string Version)>> KnownAsync(CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, (ExpiryWatch? Watch, string Version)>(StringComparer.Ordinal);
        foreach (var row in await ledger.ListAsync(LedgerKeys.Expiries, cancellationToken).ConfigureAwait(false))
        {
            known[row.Key[LedgerKeys.Expiries.Length..]] = (Read(row), row.Version);
        }

        return known;
    }

    private ExpiryWatch? Read(LedgerRow row)
    {
        try
        {
            return LedgerJson.Read<ExpiryWatch>(row.Key, row.Json);
        }
        catch (LedgerDocumentException problem)
        {
            logger.LogError(problem, "What was known of an expiring position cannot be read");
            return null;
        }
    }
}
