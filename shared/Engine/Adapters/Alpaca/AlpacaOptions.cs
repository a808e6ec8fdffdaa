namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>Where the broker is and which keys open the account. Its text form never shows the keys.</summary>
public sealed record AlpacaOptions
{
    /// <summary>Host of the trading API, for instance <c>https://paper-api.alpaca.markets</c>; a path is ignored.</summary>
    public required Uri TradingUrl { get; init; }

    /// <summary>Host of the trading API for opening orders alone, for instance a proxy that lets no others through; null for the same.</summary>
    public Uri? EntryUrl { get; init; }

    /// <summary>Host of the market data API: <c>https://data.alpaca.markets</c> for paper and live.</summary>
    public required Uri DataUrl { get; init; }

    /// <summary>Sent as <c>APCA-API-KEY-ID</c>. Printable ASCII.</summary>
    public required string KeyId { get; init; }

    /// <summary>Sent as <c>APCA-API-SECRET-KEY</c>. Printable ASCII.</summary>
    public required string SecretKey { get; init; }

    /// <summary><c>indicative</c> (free: quotes modified, trades delayed) or <c>opra</c>.</summary>
    public string OptionFeed { get; init; } = "indicative";

    /// <summary><c>iex</c> (free) or <c>sip</c>.</summary>
    public string StockFeed { get; init; } = "iex";

    /// <summary>Where it trades, without the keys: a record prints all its members, and log templates print records.</summary>
    public override string ToString() => $"Alpaca at {TradingUrl}, data at {DataUrl} ({OptionFeed}, {StockFeed})";
}
