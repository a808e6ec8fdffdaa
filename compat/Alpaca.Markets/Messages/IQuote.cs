namespace Alpaca.Markets;

/// <summary>Best bid and ask. Prices in dollars for one share, also of an option; sizes in shares or contracts.</summary>
public interface IQuote
{
    string Symbol { get; }

    DateTime TimestampUtc { get; }

    string BidExchange { get; }

    string AskExchange { get; }

    /// <summary>0 when nobody bids, whether the API says 0 or nothing.</summary>
    decimal BidPrice { get; }

    /// <summary>0 when nobody offers, whether the API says 0 or nothing.</summary>
    decimal AskPrice { get; }

    /// <summary>0 when nobody bids.</summary>
    decimal BidSize { get; }

    /// <summary>0 when nobody offers.</summary>
    decimal AskSize { get; }

    /// <summary>Empty for options.</summary>
    string Tape { get; }

    IReadOnlyList<string> Conditions { get; }
}
