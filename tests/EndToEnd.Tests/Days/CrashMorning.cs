using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Market.Seeded;
using ExitDesk.Simulator.Scenarios;

namespace ExitDesk.EndToEnd.Tests.Days;

/// <summary>A morning that decides early: calls bought at 09:32, whose stocks fall from 09:35 to 09:40 until each call has lost its stop.</summary>
internal static class CrashMorning
{
    public const string Apple = "AAPL261218C00230000";
    public const string Microsoft = "MSFT261218C00430000";
    public const string Nvidia = "NVDA261218C00140000";

    private static readonly DateOnly Date = new(2026, 11, 18);
    private static readonly DateOnly Expiration = new(2026, 12, 18);

    /// <summary>Only one position, for what must be timed to the second.</summary>
    public static Scenario OfOne() => Create(null, new Opening(Apple, 3, BoughtAt, null));

    public static Scenario OfThree() => Create(null,
        new Opening(Apple, 3, BoughtAt, null), new Opening(Microsoft, 2, BoughtAt, null), new Opening(Nvidia, 10, BoughtAt, null));

    /// <summary>One position whose stop asks instead of closing by itself.</summary>
    public static Scenario ThatAsks() => Create(
        """{ "symbols": { "AAPL": { "stopLoss": { "approval": "ask" } } } }""", new Opening(Apple, 3, BoughtAt, null));

    /// <summary>Nothing is held: recommendations are asked for, and may begin a minute after the open.</summary>
    public static Scenario ThatEnters() => Create(null) with { Settings = Early };

    /// <summary>The same, and nobody is asked.</summary>
    public static Scenario ThatActs() => Create(null) with { Settings = new Dictionary<string, string>(Early) { ["ENTRY_APPROVALS"] = "BUY_CALL=act" } };

    /// <summary>One position, and everything of entries switched off or out of reach.</summary>
    public static Scenario WithoutEntries() => OfOne() with
    {
        Settings = new Dictionary<string, string>(Early) { ["ENTRY_ALLOWED_ACTIONS"] = "none", ["ALPACA_ENTRY_URL"] = Nowhere },
    };

    /// <summary>One position, and entries that act by themselves but reach no broker.</summary>
    public static Scenario WithEntriesUnheard() => OfOne() with
    {
        Settings = new Dictionary<string, string>(Early) { ["ENTRY_APPROVALS"] = "BUY_CALL=act", ["ALPACA_ENTRY_URL"] = Nowhere },
    };

    // Made-up options are quoted wider than the defaults want.
    private static Dictionary<string, string> Early { get; } = new()
    {
        ["ENTRY_FIRST_AFTER_OPEN_MINUTES"] = "1",
        ["ENTRY_MAX_SPREAD"] = "1",
        ["ENTRY_MAX_SLIPPAGE"] = "0.5",
    };

    // A port of this machine where nothing listens.
    private const string Nowhere = "http://127.0.0.1:9/";

    private static DateTimeOffset BoughtAt { get; } = NewYork.ToUtc(Date, new TimeOnly(9, 32));

    private static Scenario Create(string? plan, params Opening[] openings)
    {
        var market = new SeededMarket(new SeededMarketSpec(3, Date, 0.04, [Stock("AAPL", 230, 0.28), Stock("MSFT", 430, 0.25), Stock("NVDA", 140, 0.45)]));
        return new Scenario("crash-morning", market, market.Days[0], openings, plan);
    }

    // A steeper fall for a livelier stock: all three stop within the same minutes.
    private static SeededUnderlying Stock(string symbol, decimal price, double volatility) => new(
        symbol, price, volatility, 0.005, TickGrid.Penny,
        [
            new DriftPoint(new TimeOnly(9, 35), 0),
            new DriftPoint(new TimeOnly(9, 40), -0.15 * volatility),
            new DriftPoint(new TimeOnly(9, 50), -0.16 * volatility),
            new DriftPoint(new TimeOnly(16, 0), -0.16 * volatility),
        ],
        [Expiration], [price]);
}
