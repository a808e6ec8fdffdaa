using System.Globalization;
using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;

namespace ExitDesk.Engine.Telling;

/// <summary>Steps of a closing in words.</summary>
public static class CloseText
{
    /// <summary>What one attempt asked for.</summary>
    public static string Of(PositionClosing closing, CloseAttempt attempt)
    {
        var quantity = Figures.Quantity(attempt.Quantity);
        return attempt.Method switch
        {
            CloseMethod.ClosePosition => $"Close {quantity}{(closing.IsMultiLeg ? $" {attempt.Symbol}" : "")} at the market",
            CloseMethod.Limit => $"{(attempt.Legs[0].Side == OrderSide.Sell ? "Sell" : "Buy back")} {quantity}{(closing.IsMultiLeg ? $" {attempt.Legs[0].Symbol}" : "")} at {Figures.Price(attempt.LimitPrice)}{Walk(closing, attempt)}",
            CloseMethod.MultiLeg => $"Close {quantity} as one for a {Net(attempt.LimitPrice!.Value)}{Walk(closing, attempt)}",
        };
    }

    /// <summary>What begins: the market, or a walk.</summary>
    public static string Plan(PositionClosing closing) => WalkPace.Of(closing.Trigger.Urgency) is { } pace && closing.Legs.All(leg => leg.Contract is not null)
        ? $"closing, walking the price from mid to {(closing.Side == PositionSide.Long ? "bid" : "ask")} in {pace.Steps} steps of {Figures.Span(pace.Each)}"
        : closing.IsMultiLeg ? "closing all legs as one, at once" : "closing at the market";

    /// <summary>One line of the receipt.</summary>
    public static string Result(PositionClosing closing, CloseAttempt attempt)
    {
        var order = closing.Orders.FirstOrDefault(order => order.Id == attempt.OrderId);
        var result = order is null ? attempt.Detail ?? attempt.Outcome.ToString().ToLowerInvariant()
            : order.FilledQuantity == 0 ? order.Status.ToString().ToLowerInvariant()
            : $"filled {Figures.Quantity(order.FilledQuantity)}{(order.Legs.Count == 0 ? $" at {Figures.Price(order.FilledAveragePrice)}" : "")}";
        return $"{Of(closing, attempt)}: {result}";
    }

    private static string Walk(PositionClosing closing, CloseAttempt attempt) =>
        attempt.WalkStep is { } step && WalkPace.Of(closing.Trigger.Urgency) is { } pace && step < pace.Steps
            ? string.Create(CultureInfo.InvariantCulture, $", step {step + 1} of {pace.Steps}")
            : "";

    private static string Net(decimal price) => $"{(price < 0 ? "credit" : "debit")} of {Figures.Price(Math.Abs(price))}";
}
