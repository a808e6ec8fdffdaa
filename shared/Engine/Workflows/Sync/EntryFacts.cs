using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Reconciling;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows.Sync;

/// <summary>What rules need to know of an entry: when it was, and where the underlying stood.</summary>
public sealed class EntryFacts(IBrokerReads broker, UnderlyingTape tape, DeskCommits commits)
{
    /// <summary>How far back the broker's fills are asked for: an older entry counts as "more days left at entry", which it had.</summary>
    public static readonly TimeSpan History = TimeSpan.FromDays(30);

    /// <summary>Adds what can be known of new positions now; what cannot is added by a later run.</summary>
    public async Task<IReadOnlyList<Position>> CompleteAsync(
        IReadOnlyList<Position> found, IReadOnlyList<BrokerPosition> held, MarketMoment moment, CancellationToken cancellationToken)
    {
        if (!found.Any(Lacks))
        {
            return found;
        }

        var fills = found.Any(position => position is { IsEntryDateRead: false, IsOption: true })
            ? await broker.GetFillsAsync(moment.Now - History, cancellationToken).ConfigureAwait(false)
            : null;
        return [.. found.Select(position => WithDate(WithUnderlying(position), held, fills))];
    }

    /// <summary>Adds what earlier runs could not know.</summary>
    public async Task BackfillAsync(
        IReadOnlyList<Stored<Position>> positions, IReadOnlyList<BrokerPosition> held, MarketMoment moment, CancellationToken cancellationToken)
    {
        var lacking = positions.Where(position => position.Value.Status is PositionStatus.Open && Lacks(position.Value)).ToList();
        var completed = await CompleteAsync([.. lacking.Select(position => position.Value)], held, moment, cancellationToken).ConfigureAwait(false);
        foreach (var (stored, complete) in lacking.Zip(completed).Where(pair => pair.First.Value != pair.Second))
        {
            await commits.CommitAsync(
                new LedgerBatch().Replace(LedgerKeys.Position(complete.Id), complete, stored.Version), cancellationToken).ConfigureAwait(false);
        }
    }

    private bool Lacks(Position position) =>
        position.IsOption && (!position.IsEntryDateRead || (position.UnderlyingEntryPrice is null && tape.Latest(position.Underlying) is not null));

    private Position WithUnderlying(Position position) =>
        position is { UnderlyingEntryPrice: null, IsOption: true } && tape.Latest(position.Underlying) is { } price
            ? position with { UnderlyingEntryPrice = price, IsUnderlyingEntryAtFirstSight = true }
            : position;

    private static Position WithDate(
        Position position, IReadOnlyList<BrokerPosition> held, BrokerRead<IReadOnlyList<Domain.Orders.Fill>>? fills) =>
        position is { IsEntryDateRead: false, IsOption: true } && fills is { Succeeded: true }
            ? position with { IsEntryDateRead = true, OpenedAt = EntryDates.OpenedAt(position.Structure, held, fills.Value) }
            : position;
}
