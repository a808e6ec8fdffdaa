using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;

namespace ExitDesk.Domain.Tests.Samples;

internal static class SampleClosings
{
    public static readonly DateTimeOffset Noon = SampleSession.Noon;

    /// <summary>A closing of ten contracts, triggered at noon, nothing sent yet.</summary>
    public static PositionClosing NewClosing(CloseAuthority authority = CloseAuthority.Rule, PositionSide side = PositionSide.Long) => new(
        SamplePositions.Option().Id, 1, SamplePositions.Single(side: side),
        new CloseTrigger(ExitReason.StopLoss, Urgency.Immediate, authority, "stop loss", Noon, 1.50m, 1.55m, 1.50m, -0.25m, -0.25m));

    public static PositionClosing With(this PositionClosing closing, params CloseAttempt[] attempts) => closing with { Attempts = attempts };

    public static PositionClosing With(this PositionClosing closing, params Order[] orders) => closing with { Orders = orders };

    /// <summary>The broker's answer to the last attempt.</summary>
    public static PositionClosing WithOutcome(this PositionClosing closing, AttemptOutcome outcome, string? orderId = null) =>
        closing.WithLastAttempt(closing.LastAttempt! with { Outcome = outcome, OrderId = orderId });

    public static CloseAttempt Attempt(AttemptOutcome outcome, double second = 0, decimal quantity = 10, int number = 1) =>
        new(number, Noon.AddSeconds(second), quantity, outcome);

    public static Order Order(
        OrderStatus status, decimal filled = 0, decimal quantity = 10, double second = 0, string id = "ours", OrderSide side = OrderSide.Sell,
        string symbol = SamplePositions.Symbol) => new(
        id, "client-" + id, symbol, side, quantity, filled, filled > 0 ? 1.50m : null, status, status.ToString().ToLowerInvariant(),
        Noon.AddSeconds(second), filled > 0 ? Noon.AddSeconds(second) : null);

    public static CloseLook Look(double second, decimal? held, params Order[] orders) => new(
        Noon.AddSeconds(second), held is { } quantity ? new Dictionary<string, decimal> { [SamplePositions.Symbol] = quantity } : null, orders);

    /// <summary>The close of so many of the sample contract at the market.</summary>
    public static CloseStep Close(decimal quantity) => new CloseStep.SubmitClosePosition(SamplePositions.Symbol, quantity);

    /// <summary>Works a look in and asks what follows, as the desk does.</summary>
    public static (PositionClosing Closing, CloseStep Step) See(this PositionClosing closing, CloseLook look, bool isPermitted = true)
    {
        var seen = CloseObservation.Observe(closing, look);
        return (seen, CloseProtocol.Next(seen, new CloseFacts(SampleSession.At(look.At), isPermitted) { Look = look }));
    }

    public static CloseStep Next(this PositionClosing closing, double second, bool isPermitted = true) =>
        CloseProtocol.Next(closing, new CloseFacts(SampleSession.Later(second), isPermitted));
}
