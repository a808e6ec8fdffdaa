using ExitDesk.Simulator.Venue;
using static ExitDesk.Simulator.Scenarios.Story;

namespace ExitDesk.Simulator.Scenarios;

/// <summary>
/// A day on which everything held expires, with stops and targets off, so that the expiry ladder alone decides. The last safe exit is
/// 15:00, for SPY 15:15. AAPL, deep in the money, is closed five minutes before it, and so are QCOM, which crosses its strike all
/// afternoon, META's put spread with its short leg in the money, and SPY. MSFT and TSLA, just out of the money, are closed two minutes before it,
/// TSLA out of a stop that its owner left resting; MSFT would have finished in the money. AMZN is halted then: nobody knows where it
/// stands, so it counts as in the money. NVDA is far out of the money and expires worthless.
/// </summary>
public static class ExpiryDay
{
    public const string Name = "expiry-day";

    private static readonly DateOnly Date = new(2026, 11, 20);

    /// <param name="seed">Of the market.</param>
    /// <param name="days">Sessions to play; on all but the first there is nothing left but shares, if any.</param>
    public static Scenario Create(int seed, int days = 1) => new Story(Name, Date, seed, days)
        .Stock("AAPL", 230, 0.28, Date, [220], (11, 0, 0.002), (14, 30, 0.004), (15, 0, 0.004), (16, 0, 0.003))
        .Stock("MSFT", 430, 0.25, Date, [435],
            (10, 30, 0.002), (12, 0, 0.003), (13, 30, 0.004), (14, 20, 0.006), (14, 30, 0.006), (14, 40, 0.0055), (14, 50, 0.006), (14, 55, 0.006), (15, 0, 0.0062), (16, 0, 0.018))
        .Stock("QCOM", 160, 0.35, Date, [160],
            (11, 0, 0.004), (12, 30, -0.005), (13, 45, 0.004), (14, 30, 0.003), (14, 40, -0.004), (14, 50, 0.003), (14, 55, -0.003), (15, 0, 0.003), (16, 0, -0.002))
        .Stock("NVDA", 140, 0.45, Date, [150], (11, 0, 0.003), (13, 0, -0.004), (14, 30, -0.005), (15, 0, -0.006), (16, 0, -0.01))
        .Stock("META", 600, 0.32, Date, [590, 600], (11, 0, 0.003), (13, 0, -0.002), (14, 30, -0.005), (14, 55, -0.006), (15, 0, -0.006), (16, 0, -0.004))
        .Stock("TSLA", 340, 0.55, Date, [345],
            (11, 0, 0.004), (13, 0, 0.007), (14, 20, 0.005), (14, 30, 0.005), (14, 40, 0.004), (14, 50, 0.005), (14, 55, 0.004), (15, 0, 0.004), (16, 0, -0.005))
        .Stock("AMZN", 200, 0.33, Date, [207.5m], (11, 0, 0.001), (13, 0, -0.002), (14, 30, 0.001), (15, 0, 0.001), (16, 0, -0.001))
        .Stock("SPY", 590, 0.14, Date, [585], (11, 0, 0.001), (13, 0, 0.002), (14, 45, 0.001), (15, 15, 0.001), (16, 0, 0.002))
        .Hold(9, 45, Call("AAPL", 220, Date), 3)
        .Hold(9, 45, Call("MSFT", 435, Date), 4)
        .Hold(9, 45, Put("QCOM", 160, Date), 5)
        .Hold(9, 45, Call("NVDA", 150, Date), 10)
        .Hold("META 600/590 put spread", 9, 45, (Put("META", 600, Date), -2), (Put("META", 590, Date), 2))
        .Hold(9, 45, Call("TSLA", 345, Date), 2)
        .Hold(9, 45, Call("AMZN", 207.5m, Date), 5)
        .Hold(9, 45, Call("SPY", 585, Date), 2)
        .Happens(0, 10, 30, "the owner leaves a stop at 0.05 resting in TSLA 345 C", RestInTesla)
        .Halt("AMZN", new TimeOnly(14, 53), new TimeOnly(15, 3))
        .Create(LadderAlone.Plan("AAPL", "MSFT", "QCOM", "NVDA", "META", "TSLA", "AMZN", "SPY"));

    private static void RestInTesla(SimulatedVenue venue)
    {
        var symbol = Call("TSLA", 345, Date);
        if (venue.Position(symbol) is { } held)
        {
            venue.Submit(new OrderRequest(
                symbol, held.Position.Quantity, OrderSide.Sell, OrderKind.Stop, Intent: PositionIntent.SellToClose, Origin: OrderOrigin.Owner, StopPrice: 0.05m));
        }
    }
}
