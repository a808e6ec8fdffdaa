using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Reconciling;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Health;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows.Sync;

/// <summary>Copies the broker's positions into the ledger: nothing that is held goes unrecorded for longer than one run.</summary>
public sealed class PositionSync(
    IBrokerReads broker,
    MarketMoments moments,
    AccountCheck account,
    DeskLedger documents,
    DeskCommits commits,
    ContractBook contracts,
    UnderlyingPrices underlyings,
    EntryFacts entries,
    PositionRecords records,
    PositionFollowing following,
    Orphans orphans,
    Departures departures,
    Endings endings,
    RoundTrips trips,
    UnknownOrderWatch unknown,
    PlanRefresh refresh,
    ExternalPositions external,
    RunReports reports)
{
    public Task RunAsync(CancellationToken cancellationToken) => reports.WatchAsync(RunKind.Sync, RunOnceAsync, cancellationToken);

    private async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var moment = await moments.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (!moment.Succeeded)
        {
            await reports.FailedAsync(RunKind.Sync, moment.Failure, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (await account.MismatchAsync(cancellationToken).ConfigureAwait(false) is { } mismatch)
        {
            await reports.FailedAsync(RunKind.Sync, mismatch, cancellationToken).ConfigureAwait(false);
            return;
        }

        await refresh.RunAsync(cancellationToken).ConfigureAwait(false);

        // The ledger first: a close that settles between both reads then conflicts, and is not found anew.
        var stored = await documents.PositionsAsync(cancellationToken).ConfigureAwait(false);
        var held = await broker.GetPositionsAsync(cancellationToken).ConfigureAwait(false);
        if (!held.Succeeded)
        {
            await reports.FailedAsync(RunKind.Sync, $"positions: {held.Failure}", cancellationToken).ConfigureAwait(false);
            return;
        }

        await underlyings.RecordAsync(moment.Value, held.Value, cancellationToken).ConfigureAwait(false);
        await unknown.RunAsync(moment.Value, cancellationToken).ConfigureAwait(false);
        var unread = await ReconcileAsync(moment.Value, stored, held.Value, cancellationToken).ConfigureAwait(false);
        if (unread.Count > 0)
        {
            await reports.FailedAsync(RunKind.Sync, ContractBook.Complaint(unread), cancellationToken).ConfigureAwait(false);
            return;
        }

        await reports.SucceededAsync(RunKind.Sync, moment.Value.Now, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<BrokerPosition>> ReconcileAsync(
        MarketMoment moment, IReadOnlyList<Stored<Position>> stored, IReadOnlyList<BrokerPosition> held, CancellationToken cancellationToken)
    {
        var versions = stored.ToDictionary(position => position.Value.Id, position => position.Version);
        var ledger = stored.Select(position => position.Value).ToList();
        var multipliers = await contracts.MultipliersAsync(ledger, held, cancellationToken).ConfigureAwait(false);

        // After the holdings: what was opened before that read has its row by now. A row that cannot be read leaves its position to the
        // rules for positions that the desk did not open.
        var openings = await documents.ReadableOpeningsAsync([], cancellationToken).ConfigureAwait(false);
        var plan = Reconciliation.Plan(
            ledger, held, multipliers, moment.Now, NewYork.DateOf(moment.Now), external.Of, openings);
        var found = await entries.CompleteAsync(
            [.. plan.Changes.OfType<PositionChange.Found>().Select(change => change.Position)], held, moment, cancellationToken).ConfigureAwait(false);
        var regrouped = plan.Changes.OfType<PositionChange.Regrouped>()
            .Select(change => new Stored<Position>(change.Position, versions[change.Position.Id]))
            .ToList();
        await records.RecordAsync(found, regrouped, moment, cancellationToken).ConfigureAwait(false);
        var calm = CalmContracts.Of(ledger, held, moment.Now - Domain.Closing.CloseLimits.ClockTolerance);
        foreach (var change in plan.Changes)
        {
            await ApplyAsync(change, versions, calm, moment, cancellationToken).ConfigureAwait(false);
        }

        await endings.CompleteAsync(stored, moment, cancellationToken).ConfigureAwait(false);
        var untouched = stored.ExceptBy(plan.Changes.Select(change => change.Position.Id), position => position.Value.Id).ToList();
        await entries.BackfillAsync(untouched, held, moment, cancellationToken).ConfigureAwait(false);
        await trips.RunAsync(untouched, calm, moment, cancellationToken).ConfigureAwait(false);
        return plan.Unread;
    }

    private async Task ApplyAsync(
        PositionChange change, Dictionary<string, string> versions, CalmContracts calm, MarketMoment moment, CancellationToken cancellationToken)
    {
        switch (change)
        {
            case PositionChange.Changed changed:
                await following.FollowAsync(changed, versions[changed.Position.Id], calm, moment, cancellationToken).ConfigureAwait(false);
                break;
            case PositionChange.Counted { Position: var counted }:
                await commits.CommitAsync(
                    new LedgerBatch().Replace(LedgerKeys.Position(counted.Id), counted, versions[counted.Id]), cancellationToken).ConfigureAwait(false);
                break;
            case PositionChange.Vanished { Position: var gone }:
                await departures.EndAsync(new Stored<Position>(gone, versions[gone.Id]), moment, cancellationToken).ConfigureAwait(false);
                break;
            case PositionChange.Orphaned orphaned:
                await orphans.RecordAsync(orphaned, versions[orphaned.Position.Id], moment, cancellationToken).ConfigureAwait(false);
                break;
            default:
                break;
        }
    }
}
