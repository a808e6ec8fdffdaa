using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows.Expiry;

/// <summary>The last day of a position's contracts, from what the guardian and the closings kept. Pure.</summary>
public static class ExpiryRecords
{
    /// <summary>One record for each leg that expired on the watch's day.</summary>
    /// <param name="watch">What the ladder said.</param>
    /// <param name="position">As the ledger has it after the close.</param>
    /// <param name="closings">All of the position.</param>
    /// <param name="final">A contract's underlying price at the close; null if unknown.</param>
    public static IEnumerable<ExpiryRecord> Of(
        ExpiryWatch watch, Position position, IReadOnlyList<PositionClosing> closings, Func<OptionContract, decimal?> final)
    {
        var ladder = closings.Where(closing => closing.Trigger is { Reason: ExitReason.ExerciseRisk, Authority: CloseAuthority.Rule }).ToList();
        var decided = watch.Peak.Contract;
        foreach (var leg in position.Structure.ClosingLegs.Where(leg => leg.Contract?.Expiration == watch.Day))
        {
            var contract = leg.Contract!;
            var price = final(contract);
            var decides = contract == decided;

            // A leg that went along with the one that decided is no false alarm of its own; prevented it counts.
            var counts = decides || Moneyness.Of(contract, price).CountsAsInTheMoney;
            yield return new ExpiryRecord(
                contract, leg.IsLong ? PositionSide.Long : PositionSide.Short, leg.Multiplier,
                decides ? [watch.Peak, watch.Last] : [],
                counts ? [.. ladder.SelectMany(closing => Fills(closing, leg, position.Structure.ClosingLegs.Count == 1))] : [],
                IsLeft(position) ? position.Quantity * Math.Abs(leg.Ratio) : 0,
                price);
        }
    }

    // Of a structure only the net price at the trigger is known, and of its legs none.
    private static IEnumerable<ExpiryClose> Fills(PositionClosing closing, PositionLeg leg, bool isSingle) =>
        closing.Orders
            .SelectMany(order => Parts(order, leg.Symbol).Select(part => (order, part.Quantity, part.Price)))
            .Where(fill => fill.Quantity > 0 && fill.Price is not null)
            .Select(fill => new ExpiryClose(
                fill.order.FilledAt ?? fill.order.CreatedAt, fill.Quantity, fill.Price!.Value, isSingle ? closing.Trigger.Price : null));

    private static IEnumerable<(decimal Quantity, decimal? Price)> Parts(Order order, string symbol) => order.Legs.Count == 0
        ? order.Symbol == symbol ? [(order.FilledQuantity, order.FilledAveragePrice)] : []
        : order.Legs.Where(leg => leg.Symbol == symbol).Select(leg => (leg.FilledQuantity, leg.FilledAveragePrice));

    // Held through the close: the broker may have worked off the expiry before this is written.
    private static bool IsLeft(Position position) => position.Status switch
    {
        PositionStatus.Open or PositionStatus.AwaitingApproval or PositionStatus.Closing
            or PositionStatus.Expired or PositionStatus.Exercised or PositionStatus.Assigned => true,
        PositionStatus.Closed or PositionStatus.ClosedElsewhere or PositionStatus.Liquidated or PositionStatus.Regrouped => false,
    };
}
