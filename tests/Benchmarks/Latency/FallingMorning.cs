using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Market.Seeded;
using ExitDesk.Simulator.Scenarios;

namespace ExitDesk.Benchmarks.Latency;

/// <summary>A morning with forty stops: calls on four stocks, bought at 09:31, that fall from 09:32 to 09:37, each stock at a pace of its own.</summary>
internal static class FallingMorning
{
    /// <summary>Everything has been decided by then, New York time.</summary>
    public static readonly TimeOnly End = new(9, 39);

    private const int Stocks = 4;
    private static readonly DateOnly Date = new(2026, 11, 18);
    private static readonly DateOnly Expiration = new(2026, 12, 18);
    private static readonly decimal[] Strikes = [0.92m, 0.94m, 0.96m, 0.98m, 0.99m, 1.00m, 1.01m, 1.02m, 1.03m, 1.04m];

    public static Scenario Create(int seed)
    {
        var market = new SeededMarket(new SeededMarketSpec(seed, Date, 0.04, [.. Enumerable.Range(0, Stocks).Select(Stock)]));
        var at = NewYork.ToUtc(Date, new TimeOnly(9, 31));
        return new Scenario("falling-morning", market, market.Days[0], [.. market.Contracts.Where(contract => contract.IsCall).Select(contract => new Opening(contract.Symbol, 2, at, null))], null);
    }

    private static SeededUnderlying Stock(int number) => new(
        $"ST{(char)('A' + number)}", 200, 0.30, 0.005, TickGrid.AlwaysPenny,
        [
            new DriftPoint(new TimeOnly(9, 32), 0),
            new DriftPoint(new TimeOnly(9, 37), -0.03 - (0.01 * number)),
            new DriftPoint(new TimeOnly(16, 0), -0.03 - (0.01 * number)),
        ],
        [Expiration], [.. Strikes.Select(strike => strike * 200)]);
}
