using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Overrides;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Structures;
using ExitDesk.Domain.Tests.Samples;

namespace ExitDesk.Domain.Tests.Overrides;

/// <summary>Answers about ten contracts at an entry of 2.00, given at noon, unless said otherwise.</summary>
internal static class SampleOverrides
{
    public const string User = "Ada";

    public static readonly DateTimeOffset Noon = SampleSession.Noon;

    public static Position Held(Structure structure) => SamplePositions.Option() with { Structure = structure };

    public static OwnerOverride Approved(Position position, decimal? bid, decimal? ask) =>
        OwnerOverride.Approved(position, ExitReason.TakeProfit, bid, ask, Noon, User);

    public static OwnerOverride Kept(Position position, decimal? bid, decimal? ask, DecisionKind lastReading = DecisionKind.Close) => OwnerOverride.Kept(
        OverrideKind.Rejection, position, ExitReason.StopLoss, Mark(position, bid, ask, lastReading), Noon, User);

    public static PositionMark Mark(Position position, decimal? bid, decimal? ask, DecisionKind kind) => new(
        position.Id, new Quote(bid, ask, Noon), QuoteQuality.Usable,
        [new Evaluation(Noon, kind, kind == DecisionKind.Hold ? null : ExitReason.StopLoss, null, null, QuoteQuality.Usable, null)]);

    /// <summary>The owner's close of a position, ended, each leg filled at its own price; the result to the cent, as the desk books it.</summary>
    public static PositionClosing Ended(Position position, decimal units, params decimal[] prices)
    {
        var fills = position.Structure.ClosingLegs.Zip(prices, (leg, price) => new Fill(
            leg.Symbol, leg.Symbol, leg.Symbol, leg.IsLong ? OrderSide.Sell : OrderSide.Buy, units * Math.Abs(leg.Ratio), price, Noon)).ToList();
        var trigger = SampleClosings.NewClosing().Trigger;
        return new PositionClosing(position.Id, 1, position.Structure, trigger)
        {
            Orders = [.. fills.Select(fill => SampleClosings.Order(OrderStatus.Filled, fill.Quantity, fill.Quantity, id: fill.Id, side: fill.Side, symbol: fill.Symbol))],
            End = CloseEnd.Closed,
            RealizedPnl = CloseResult.RealizedPnl(position.Structure.ClosingLegs, fills),
        };
    }

    /// <summary>A position as it ended, with the result of everything that left it.</summary>
    public static Position Over(Position position, PositionStatus status, decimal? realized, params LegQuantity[] unexplained) =>
        position with { Status = status, RealizedPnl = realized, Unexplained = unexplained, EndedAt = Noon.AddDays(1) };
}
