using ExitDesk.Domain.Orders;

namespace ExitDesk.Domain.Closing;

/// <summary>What fills brought against the market at the trigger, USD: negative is worse than it, positive better.</summary>
/// <param name="AgainstMid">Null if the mid was not known.</param>
/// <param name="AgainstClosingSide">Null if the closing side was not known.</param>
public sealed record CloseShortfall(decimal? AgainstMid, decimal? AgainstClosingSide)
{
    /// <summary>Of one closing. Null unless its fills closed the legs in ratio: a part of a spread has no price at the trigger.</summary>
    /// <param name="closing">With its orders as they ended.</param>
    /// <param name="fills">All of its fills.</param>
    public static CloseShortfall? Of(PositionClosing closing, IReadOnlyList<Fill> fills)
    {
        var units = closing.FilledQuantity;
        if (units <= 0 || closing.LeftOut.Count > 0 || closing.Legs.Any(leg => closing.ClosedOf(leg) != units * Math.Abs(leg.Ratio)))
        {
            return null;
        }

        var cash = CloseResult.Cash(fills, closing.Multiplier);
        var sign = closing.Side == Positions.PositionSide.Long ? 1 : -1;
        return new CloseShortfall(Against(closing.Trigger.Mid), Against(closing.Trigger.Price));

        decimal? Against(decimal? price) => cash - sign * price * units * closing.Multiplier;
    }
}
