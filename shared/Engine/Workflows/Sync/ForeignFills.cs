using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Reconciling;
using ExitDesk.Domain.Structures;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Workflows.Sync;

/// <summary>Fills that closed part or all of a position without an order of ours: each is booked once, as a trade row of its own.</summary>
public sealed class ForeignFills(IBrokerReads broker, ILedger ledger, DeskLedger documents, ILogger<ForeignFills> logger)
{
    /// <summary>How long the broker's list of fills may lag behind its positions and orders.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Closing fills of a position that are neither ours nor booked, oldest first.</summary>
    /// <param name="position">As the ledger has it.</param>
    /// <param name="ownOrders">Orders of ours that the ledger may not have yet.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    /// <returns>Null if it cannot be told now: the list or one of our closings cannot be read, or another run changed the position.</returns>
    public async Task<IReadOnlyList<Fill>?> UnbookedAsync(
        Stored<Position> position, IEnumerable<string> ownOrders, CancellationToken cancellationToken)
    {
        var known = position.Value;
        var read = await broker.GetFillsAsync(known.FirstSeenAt, cancellationToken).ConfigureAwait(false);
        if (!read.Succeeded)
        {
            logger.LogWarning("Fills of position {Position} cannot be read: {Why}", known.Id, read.Failure);
            return null;
        }

        if (await AccountedAsync(known, cancellationToken).ConfigureAwait(false) is not { } accounted)
        {
            return null;
        }

        // A closing that began meanwhile has orders that nobody knows yet. It would have changed the position's row.
        var now = await documents.PositionAsync(known.Id, cancellationToken).ConfigureAwait(false);
        if (now?.Version != position.Version)
        {
            return null;
        }

        accounted.UnionWith(ownOrders);
        return
        [
            .. read.Value.Where(fill => LegOf(known, fill) is not null
                && !accounted.Contains(fill.OrderId) && !accounted.Contains(fill.Id)),
        ];
    }

    /// <summary>Writes the trade rows of fills. Writing them twice is writing them once: the caller commits the position after it.</summary>
    /// <param name="position">Whose fills, at the entry price that they closed.</param>
    /// <param name="fills">As <see cref="UnbookedAsync"/> gave them.</param>
    /// <param name="gone">What left, and fills should explain; empty if nothing did.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    /// <returns>The position with its result so far, and with what no fill explains.</returns>
    public async Task<Position> BookAsync(Position position, IReadOnlyList<Fill> fills, IReadOnlyList<LegQuantity> gone, CancellationToken cancellationToken)
    {
        var unexplained = UnexplainedLegs.After(position.Unexplained, gone, fills);
        if (fills.Count == 0)
        {
            return position with { Unexplained = unexplained };
        }

        var trades = fills.Select(fill => TradeOf(position, fill)).ToList();
        await ledger.AppendAsync([.. trades.Select(Trades.Row)], cancellationToken).ConfigureAwait(false);
        return position with
        {
            RealizedPnl = (position.RealizedPnl ?? 0) + trades.Sum(trade => trade.RealizedPnl),
            ForeignFills = [.. position.ForeignFills, .. fills.Select(fill => fill.Id)],
            Unexplained = unexplained,
        };
    }

    /// <summary>Whole units that fills closed: as many as every leg was closed for.</summary>
    public static decimal Units(Position position, IReadOnlyList<Fill> fills) => position.Structure.ClosingLegs.Min(
        leg => fills.Where(fill => fill.Symbol == leg.Symbol).Sum(fill => fill.Quantity) / Math.Abs(leg.Ratio));

    private static PositionLeg? LegOf(Position position, Fill fill) => position.Structure.ClosingLegs.FirstOrDefault(
        leg => leg.Symbol == fill.Symbol && fill.Side == (leg.IsLong ? OrderSide.Sell : OrderSide.Buy));

    // All orders of all closings in these contracts, of other positions too, and every fill that is in some result already:
    // an earlier closing that was withdrawn has fills of ours, and a contract can be shared.
    private async Task<HashSet<string>?> AccountedAsync(Position position, CancellationToken cancellationToken)
    {
        var accounted = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            var positions = await documents.PositionsAsync(cancellationToken).ConfigureAwait(false);
            foreach (var sharing in positions.Select(stored => stored.Value).Where(other => Shares(other, position)))
            {
                accounted.UnionWith(sharing.ForeignFills);
                for (var number = 1; number <= sharing.Closings; number++)
                {
                    var closing = await documents.ClosingAsync(sharing.Id, number, cancellationToken).ConfigureAwait(false);
                    accounted.UnionWith(closing?.Value.OrderIds ?? []);
                }
            }
        }
        catch (LedgerDocumentException problem)
        {
            logger.LogError(problem, "Which fills of position {Position} are ours cannot be told", position.Id);
            return null;
        }

        return accounted;
    }

    private static bool Shares(Position other, Position position) => other.Id == position.Id
        || other.Structure.ClosingLegs.Any(leg => position.Structure.ClosingLegs.Any(own => own.Symbol == leg.Symbol));

    // Everything in the row's key comes from the fill, so that any later run writes the same row.
    private static TradeRecord TradeOf(Position position, Fill fill)
    {
        var leg = LegOf(position, fill)!;
        var side = leg.IsLong ? PositionSide.Long : PositionSide.Short;
        return new TradeRecord(
            $"{position.Id}:elsewhere:{fill.Id}", position.Id, leg.Symbol, side, fill.Quantity, leg.Multiplier,
            leg.EntryPrice, fill.Price, CloseResult.Cash([fill], leg.Multiplier),
            CloseResult.RealizedPnl(side, leg.EntryPrice, leg.Multiplier, [fill]), null, null, fill.At, [fill])
        { Strategy = position.Strategy };
    }
}
