using ExitDesk.Simulator.Http;

namespace ExitDesk.Simulator.Alpaca;

/// <summary>How the broker's REST face is set up.</summary>
public sealed record AlpacaOptions
{
    public string KeyId { get; init; } = "PKSIMULATED";

    public string SecretKey { get; init; } = "simulated-secret";

    /// <summary>0: a free port.</summary>
    public int TradingPort { get; init; }

    /// <summary>Null: market data is served on the trading port; 0: on a free port of its own.</summary>
    public int? DataPort { get; init; }

    /// <summary>Trading calls per minute of market time [docs.alpaca.markets, read 2026-11].</summary>
    public int TradingCallsPerMinute { get; init; } = 200;

    /// <summary>Market data calls per minute of market time: the paid plan's bucket.</summary>
    public int DataCallsPerMinute { get; init; } = 10_000;

    /// <summary>What the client's clock shows at a market time that is still to come, for waits that an answer names; the same unless said otherwise.</summary>
    public Func<DateTimeOffset, DateTimeOffset> ClientsTime { get; init; } = market => market;

    /// <summary>Passed by every call.</summary>
    public Wiretap Tap { get; init; } = new();

    /// <summary>Cash dividends that were announced; none unless a scenario has some.</summary>
    public IReadOnlyList<AnnouncedDividend> Dividends { get; init; } = [];
}
