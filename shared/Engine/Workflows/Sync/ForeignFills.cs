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

/// <summary>
/// Fills that closed part or all of a position without an order of ours: each is booked once, as a trade row of its own. Of a
/// contract that several positions hold each books its part, and what it takes is written before it is booked.
/// </summary>
public sealed class ForeignFills(IBrokerReads broker, ILedger ledger, DeskLedger documents, FillParts taking, ILogger<ForeignFills> logger)
{
    /// <summary>How long the broker's list of fills may lag behind its positions and orders.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>How long what cannot be read at all is waited for, by the broker's clock: it decides no order, only what the books say.</summary>
    public static readonly TimeSpan UnreadPatience = TimeSpan.FromMinutes(10);

    /// <summary>Closing fills of a position that are neither ours nor booked, oldest first, and what others bought back of them.</summary>
    /// <param name="position">As the ledger has it.</param>
    /// <param name="question">What left it, and what else is known of its contracts.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    /// <returns>Failed if it cannot be told now: the list or one of our rows cannot be read, or another run changed the position.</returns>
    public async Task<BrokerRead<FillDivision>> UnbookedAsync(Stored<Position> position, FillQuestion question, CancellationToken cancellationToken)
    {
        var known = position.Value;
        var read = await broker.GetFillsAsync(known.FirstSeenAt, cancellationToken).ConfigureAwait(false);
        if (!read.Succeeded)
        {
            logger.LogWarning("Fills of position {Position} cannot be read: {Why}", known.Id, read.Failure);
            return BrokerRead<FillDivision>.Failed($"the broker's list of fills ({read.Failure})");
        }

        // What was filled after its end did not end it.
        var candidates = read.Value.Where(fill => LegOf(known, fill) is not null && !(fill.At > known.EndedAt) && !(fill.At < question.Since)
            && !(question.Calm.Symbols.Contains(fill.Symbol) && fill.At > question.Calm.Until)).ToList();
        var division = await DivideAsync(known, question, candidates, cancellationToken).ConfigureAwait(false);
        if (!division.Succeeded)
        {
            return division;
        }

        // A closing that began meanwhile has orders that nobody knows yet. It would have changed the position's row.
        var now = await documents.PositionAsync(known.Id, cancellationToken).ConfigureAwait(false);
        return now?.Version == position.Version ? division : BrokerRead<FillDivision>.Failed("the position's row, which another run changed");
    }

    /// <summary>Takes the parts, then writes their trade rows. Writing them twice is writing them once: the caller commits the position after it.</summary>
    /// <param name="position">Whose fills, at the entry price that they closed.</param>
    /// <param name="division">As <see cref="UnbookedAsync"/> gave it.</param>
    /// <param name="gone">What left, and fills should explain; empty if nothing did.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    /// <returns>
    /// The position with its result so far, and with what no fill explains. Null if the parts could not be taken: another position was
    /// faster, and what is left must be looked at again.
    /// </returns>
    public async Task<Position?> BookAsync(Position position, FillDivision division, IReadOnlyList<LegQuantity> gone, CancellationToken cancellationToken)
    {
        var unexplained = UnexplainedLegs.After(position.Unexplained, gone, [.. division.Fills]);
        if (division.Bookable.Count == 0 && division.BoughtBack.Count == 0)
        {
            return position with { Unexplained = unexplained };
        }

        if (!await taking.TakeAsync(division.Taken, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        var booked = division.Bookable.Concat(division.BoughtBack).ToList();
        var trades = booked.Select(part => TradeOf(position, part)).ToList();
        await ledger.AppendAsync([.. trades.Select(Trades.Row)], cancellationToken).ConfigureAwait(false);
        return position with
        {
            RealizedPnl = (position.RealizedPnl ?? 0) + trades.Sum(trade => trade.RealizedPnl),
            ForeignFills = [.. position.ForeignFills, .. booked.Select(part => part.Key)],
            Unexplained = unexplained,
        };
    }

    /// <summary>Whole units that fills closed: as many as every leg was closed for.</summary>
    /// <param name="position">What was held.</param>
    /// <param name="division">What closed it.</param>
    public static decimal Units(Position position, FillDivision division) => position.Structure.ClosingLegs.Min(
        leg => division.Fills.Where(fill => fill.Symbol == leg.Symbol).Sum(fill => fill.Quantity) / Math.Abs(leg.Ratio));

    private static PositionLeg? LegOf(Position position, Fill fill) => position.Structure.ClosingLegs.FirstOrDefault(leg => leg.Symbol == fill.Symbol);

    /// <summary>True if a fill, since it was first seen, closed a part of a position.</summary>
    public static bool Closed(Position position, Fill fill) =>
        LegOf(position, fill) is not null && Closes(position, fill) && fill.At >= position.FirstSeenAt && !(fill.At > position.EndedAt);

    private static bool Closes(Position position, Fill fill) => fill.Side == (LegOf(position, fill)!.IsLong ? OrderSide.Sell : OrderSide.Buy);

    // All orders of all closings in these contracts, of other positions too: an earlier closing that was withdrawn has fills of ours.
    private async Task<BrokerRead<FillDivision>> DivideAsync(Position position, FillQuestion question, IReadOnlyList<Fill> candidates, CancellationToken cancellationToken)
    {
        if (!candidates.Any(fill => Closes(position, fill)))
        {
            return BrokerRead<FillDivision>.Of(FillDivision.Nothing);
        }

        try
        {
            var positions = await documents.PositionsAsync(cancellationToken).ConfigureAwait(false);
            var sharing = positions.Select(stored => stored.Value).Where(other => Shares(other, position)).ToList();
            var ours = question.OwnOrders.ToHashSet(StringComparer.Ordinal);
            ours.UnionWith(await documents.ReadableOpeningOrdersAsync(cancellationToken).ConfigureAwait(false));
            foreach (var other in sharing)
            {
                ours.UnionWith(await OrdersAsync(other, cancellationToken).ConfigureAwait(false));
            }

            var parts = (await documents.FillPartsAsync(cancellationToken).ConfigureAwait(false)).ToLookup(part => part.FillId, StringComparer.Ordinal);
            var booked = sharing.SelectMany(other => other.ForeignFills).ToHashSet(StringComparer.Ordinal);
            var fills = candidates.Where(fill => !ours.Contains(fill.OrderId) && (parts.Contains(fill.Id) || !booked.Contains(fill.Id))).ToList();
            var sides = fills.ToLookup(fill => Closes(position, fill));
            var shared = Contested(sharing, position);
            shared.ExceptWith(question.Calm.Symbols);
            return BrokerRead<FillDivision>.Of(
                FillDivision.Of(position, question, [.. sides[true]], [.. sides[false]], [.. fills.SelectMany(fill => parts[fill.Id])], shared));
        }
        catch (LedgerDocumentException problem)
        {
            logger.LogError(problem, "Which fills of position {Position} are ours cannot be told", position.Id);
            return BrokerRead<FillDivision>.Failed($"what the ledger knows of its fills ({problem.Message})");
        }
    }

    private async Task<IEnumerable<string>> OrdersAsync(Position position, CancellationToken cancellationToken)
    {
        var orders = new List<string>();
        for (var number = 1; number <= position.Closings; number++)
        {
            var closing = await documents.ClosingAsync(position.Id, number, cancellationToken).ConfigureAwait(false);
            orders.AddRange(closing?.Value.OrderIds ?? []);
        }

        return orders;
    }

    // Of what nobody else holds every fill is the position's, even one of more than it is known to have lost.
    private static HashSet<string> Contested(IEnumerable<Position> sharing, Position position) =>
    [
        .. sharing.Where(other => other.Id != position.Id)
            .SelectMany(other => other.Status.IsLive() ? other.Structure.ClosingLegs.Select(leg => leg.Symbol) : other.Unexplained.Select(leg => leg.Symbol)),
    ];

    private static bool Shares(Position other, Position position) => other.Id == position.Id
        || other.Structure.ClosingLegs.Any(leg => position.Structure.ClosingLegs.Any(own => own.Symbol == leg.Symbol));

    // Everything in the row's key comes from the part that was taken, so that any later run writes the same row. What was bought back is
    // a trade of the other side: opened by what was closed, at the same entry, so that both together are the cash that moved.
    private static TradeRecord TradeOf(Position position, BookableFill part)
    {
        var fill = part.Fill;
        var leg = LegOf(position, fill)!;
        var side = leg.IsLong == Closes(position, fill) ? PositionSide.Long : PositionSide.Short;
        return new TradeRecord(
            $"{position.Id}:elsewhere:{part.Key}", position.Id, leg.Symbol, side, fill.Quantity, leg.Multiplier,
            leg.EntryPrice, fill.Price, CloseResult.Cash([fill], leg.Multiplier),
            CloseResult.RealizedPnl(side, leg.EntryPrice, leg.Multiplier, [fill]), null, null, fill.At, [fill])
        { Strategy = position.Strategy };
    }
}
