using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Market.Seeded;

namespace ExitDesk.Simulator.Scenarios;

/// <summary>
/// The demo day: eight positions bought at 09:35. AAPL and MSFT stop out, NVDA and QCOM take profit, META asks before it takes
/// profit, SPY and TSLA come through, and shares of KO are shown without rules.
/// </summary>
public static class FirstDay
{
    public const string Name = "first-day";

    /// <summary>Take profit on META asks; all else is the built-in plan.</summary>
    public const string Plan = """
        {
          "symbols": {
            "META": { "takeProfit": { "approval": "ask" } }
          }
        }
        """;

    private static readonly DateOnly Date = new(2026, 11, 18);
    private static readonly DateOnly Expiration = new(2026, 12, 18);
    private static readonly TimeOnly BoughtAt = new(9, 35);

    /// <param name="seed">Of the market.</param>
    /// <param name="days">Sessions to play; after the first the stocks wander freely.</param>
    public static Scenario Create(int seed, int days = 1)
    {
        var spec = new SeededMarketSpec(seed, Date, 0.04,
        [
            Stock("AAPL", 230, 0.28, 230, (10, 30, 0.002), (11, 20, -0.035), (13, 0, -0.045), (16, 0, -0.04)),
            Stock("MSFT", 430, 0.25, 430, (10, 15, -0.004), (12, 40, 0.03), (14, 0, 0.04), (16, 0, 0.035)),
            Stock("NVDA", 140, 0.45, 140, (10, 0, 0.01), (13, 30, 0.075), (14, 30, 0.08), (16, 0, 0.07)),
            Stock("QCOM", 160, 0.35, 160, (11, 0, -0.02), (14, 45, -0.065), (16, 0, -0.06)),
            Stock("META", 600, 0.32, 600, (10, 0, 0.004), (11, 45, 0.055), (12, 15, 0.06), (16, 0, 0.058)),
            // Led on a short leash: between far points some seeds would wander past a stop.
            Stock("SPY", 590, 0.14, 590, (9, 35, 0), (10, 0, 0.001), (10, 45, 0.001), (11, 30, 0.002), (12, 15, 0.003), (13, 0, 0.003), (14, 0, 0.002), (15, 0, 0.004), (16, 0, 0.003)),
            Stock("TSLA", 340, 0.55, 340, (9, 35, 0), (10, 15, -0.002), (11, 0, -0.004), (12, 0, 0), (13, 0, 0.005), (14, 0, 0.008), (15, 0, 0.01), (16, 0, 0.012)),
            Stock("KO", 64, 0.15, 64, (16, 0, 0.004)),
        ], days);
        var market = new SeededMarket(spec);
        return new Scenario(Name, market, market.Days[0], Openings(), Plan) { Days = market.Days };
    }

    private static IReadOnlyList<Opening> Openings()
    {
        var at = NewYork.ToUtc(Date, BoughtAt);
        return
        [
            new Opening("AAPL261218C00230000", 3, at, null),
            new Opening("MSFT261218P00430000", 2, at, null),
            new Opening("NVDA261218C00140000", 10, at, null),
            new Opening("QCOM261218P00160000", 8, at, null),
            new Opening("META261218C00600000", 2, at, null),
            new Opening("SPY261218C00590000", 4, at, null),
            new Opening("TSLA261218C00340000", 2, at, null),
            new Opening("KO", 100, at, 64.05m),
        ];
    }

    private static SeededUnderlying Stock(
        string symbol, decimal price, double volatility, decimal strike, params (int Hour, int Minute, double Move)[] script) => new(
        symbol, price, volatility, 0.005, symbol == "SPY" ? TickGrid.AlwaysPenny : TickGrid.Penny,
        [.. script.Select(point => new DriftPoint(new TimeOnly(point.Hour, point.Minute), point.Move))],
        [Expiration], [strike]);
}
