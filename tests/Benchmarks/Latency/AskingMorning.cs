using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Market.Seeded;
using ExitDesk.Simulator.Scenarios;

namespace ExitDesk.Benchmarks.Latency;

/// <summary>A still morning with forty calls on four stocks, all far above their profit target, whose rule asks: forty cards with "Close now".</summary>
/// <remarks>So still that no price leaves what its card says: a tap that quotes its card anew sends no order.</remarks>
internal static class AskingMorning
{
    /// <summary>All cards are in the chat by then, New York time: it takes about one a second.</summary>
    public static readonly TimeOnly Asked = new(9, 36);

    private const int Stocks = 4;
    private const string Plan = """{"defaults": {"takeProfit": {"approval": "ask"} } }""";

    private static readonly DateOnly Date = new(2026, 11, 18);
    private static readonly DateOnly Expiration = new(2026, 12, 18);
    private static readonly decimal[] Strikes = [160, 163, 166, 169, 172, 175, 178, 181, 184, 187];

    public static Scenario Create(int seed)
    {
        var market = new SeededMarket(new SeededMarketSpec(seed, Date, 0.04, [.. Enumerable.Range(0, Stocks).Select(Stock)]));
        var at = NewYork.ToUtc(Date, new TimeOnly(9, 31));
        return new Scenario(
            "asking-morning", market, market.Days[0],
            [.. market.Contracts.Where(contract => contract.IsCall).Select(contract => new Opening(contract.Symbol, 1, at, 0.50m))], Plan);
    }

    /// <summary>What the cards call a contract.</summary>
    public static string NameOf(string symbol) => $"{symbol[..3]} 18 Dec {int.Parse(symbol.AsSpan(10), System.Globalization.CultureInfo.InvariantCulture) / 1000} C ";

    private static SeededUnderlying Stock(int number) => new(
        $"ST{(char)('A' + number)}", 200, 0.02, 0, TickGrid.AlwaysPenny, [new DriftPoint(new TimeOnly(16, 0), 0)], [Expiration], [.. Strikes]);
}
