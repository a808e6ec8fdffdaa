using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Reconciling;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Health;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.Ports.Market;
using ExitDesk.Engine.Settings;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Sync;

/// <summary>Copies the broker's positions into the ledger: nothing that is held goes unrecorded for longer than one run.</summary>
public sealed class PositionSync(
    IBroker broker,
    IMarketData market,
    MarketMoments moments,
    AccountCheck account,
    DeskLedger documents,
    DeskCommits commits,
    ForeignFills foreign,
    Departures departures,
    UnderlyingTape tape,
    DeskOptions options,
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

        // The ledger first: a close that settles between both reads then conflicts, and is not found anew.
        var stored = await documents.PositionsAsync(cancellationToken).ConfigureAwait(false);
        var held = await broker.GetPositionsAsync(cancellationToken).ConfigureAwait(false);
        if (!held.Succeeded)
        {
            await reports.FailedAsync(RunKind.Sync, $"positions: {held.Failure}", cancellationToken).ConfigureAwait(false);
            return;
        }

        await ReconcileAsync(moment.Value, stored, held.Value, cancellationToken).ConfigureAwait(false);
        await RecordUnderlyingsAsync(moment.Value, held.Value, cancellationToken).ConfigureAwait(false);
        await reports.SucceededAsync(RunKind.Sync, moment.Value.Now, cancellationToken).ConfigureAwait(false);
    }

    private async Task ReconcileAsync(
        MarketMoment moment, IReadOnlyList<Stored<Position>> stored, IReadOnlyList<BrokerPosition> held, CancellationToken cancellationToken)
    {
        var versions = stored.ToDictionary(position => position.Value.Id, position => position.Version);
        var plan = Reconciliation.Plan(
            [.. stored.Select(position => position.Value)], held, moment.Now, NewYork.DateOf(moment.Now), options.ExternalPositions);
        await RecordAsync([.. plan.OfType<PositionChange.Found>().Select(found => found.Position)], moment, cancellationToken).ConfigureAwait(false);
        foreach (var change in plan)
        {
            switch (change)
            {
                case PositionChange.Changed changed:
                    await FollowAsync(changed, versions[changed.Position.Id], moment, cancellationToken).ConfigureAwait(false);
                    break;
                case PositionChange.Counted { Position: var counted }:
                    await commits.CommitAsync(
                        new LedgerBatch().Replace(LedgerKeys.Position(counted.Id), counted, versions[counted.Id]), cancellationToken).ConfigureAwait(false);
                    break;
                case PositionChange.Vanished { Position: var gone }:
                    await departures.EndAsync(new Stored<Position>(gone, versions[gone.Id]), moment, cancellationToken).ConfigureAwait(false);
                    break;
                default:
                    break;
            }
        }
    }

    // The rows of what others closed come first, then the position: a crash in between writes the same rows again.
    private async Task FollowAsync(PositionChange.Changed change, string version, MarketMoment moment, CancellationToken cancellationToken)
    {
        var (after, before) = (change.Position, change.Before);
        if (after.Quantity == before.Quantity && after.EntryPrice == before.EntryPrice)
        {
            await commits.CommitAsync(ChangeOf(change, version, moment), cancellationToken).ConfigureAwait(false);
            return;
        }

        var gone = Math.Max(0, before.Quantity - after.Quantity);
        var fills = await foreign.UnbookedAsync(new Stored<Position>(before, version), [], cancellationToken).ConfigureAwait(false);
        if (gone > 0 && fills is null)
        {
            return;
        }

        if (gone > fills?.Sum(fill => fill.Quantity) && !(moment.Now - before.ShrunkSince >= ForeignFills.Patience))
        {
            var waiting = before with { MissingReads = 0, MissingSince = null, ShrunkSince = before.ShrunkSince ?? moment.Now };
            await commits.CommitAsync(new LedgerBatch().Replace(LedgerKeys.Position(waiting.Id), waiting, version), cancellationToken).ConfigureAwait(false);
            return;
        }

        // More of it needs no fill to be believed: fills that cannot be read now are booked with the next change.
        var booked = await foreign.BookAsync(before, fills ?? [], gone, cancellationToken).ConfigureAwait(false);
        var followed = after with
        {
            RealizedPnl = booked.RealizedPnl,
            ForeignFills = booked.ForeignFills,
            UnexplainedQuantity = booked.UnexplainedQuantity,
            ShrunkSince = null,
        };
        await commits.CommitAsync(ChangeOf(change with { Position = followed }, version, moment), cancellationToken).ConfigureAwait(false);
    }

    // New positions commit in groups; if another instance records the same ones, its commit stands and this one conflicts.
    private async Task RecordAsync(IReadOnlyList<Position> found, MarketMoment moment, CancellationToken cancellationToken)
    {
        const int positionsPerCommit = 45;
        foreach (var group in found.Chunk(positionsPerCommit))
        {
            var batch = new LedgerBatch();
            foreach (var position in group)
            {
                batch.Insert(LedgerKeys.Position(position.Id), position);
                batch.Post(Audit.Entry(
                    $"{position.Id}:found", moment.Now, position.Id, "position-found", "sync",
                    $"{Titles.Of(position)} at {Figures.Price(position.EntryPrice)}, {Titles.Management(position.Management)}"));
            }

            batch.Post(new OutboxEntry($"found:{group[0].Id}", moment.Now) { Notice = new Notice(PositionNotices.Found(group, moment.Now)) });
            await commits.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        }
    }

    private static LedgerBatch ChangeOf(PositionChange.Changed change, string version, MarketMoment moment)
    {
        var (after, before) = (change.Position, change.Before);
        var text = $"quantity {Figures.Quantity(before.Quantity)} → {Figures.Quantity(after.Quantity)}, "
            + $"entry {Figures.Price(before.EntryPrice)} → {Figures.Price(after.EntryPrice)}, "
            + $"{Titles.Management(before.Management)} → {Titles.Management(after.Management)}"
            + (after.UnexplainedQuantity > before.UnexplainedQuantity ? "; no fill explains that it is less" : "");
        return new LedgerBatch()
            .Replace(LedgerKeys.Position(after.Id), after, version)
            .Post(Audit.Entry(
                $"{after.Id}:changed:{moment.Now.ToUnixTimeMilliseconds()}", moment.Now, after.Id, "position-changed", "sync", text));
    }

    // Prices of underlyings only refine the judgement of quiet quotes: without them quotes count as fresh for longer.
    private async Task RecordUnderlyingsAsync(
        MarketMoment moment, IReadOnlyList<BrokerPosition> held, CancellationToken cancellationToken)
    {
        var underlyings = held
            .Select(holding => Domain.Contracts.OccSymbol.TryParse(holding.Symbol, out var contract, out _) ? contract.Underlying : holding.Symbol)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        if (!moment.IsOpen || underlyings.Count == 0)
        {
            return;
        }

        var prices = await market.GetStockPricesAsync(underlyings, cancellationToken).ConfigureAwait(false);
        if (prices.Succeeded)
        {
            tape.Record(moment.Now, prices.Value);
        }
    }
}
