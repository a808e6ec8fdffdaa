namespace Alpaca.Markets;

/// <summary>What the market last did in one stock.</summary>
public interface ISnapshot
{
    string Symbol { get; }

    /// <summary>Null when there is none.</summary>
    IQuote? Quote { get; }

    /// <summary>Null when there is none.</summary>
    ITrade? Trade { get; }

    /// <summary>Of the present trading day or, before its first trade, of the last one; null when there is none.</summary>
    IBar? CurrentDailyBar { get; }

    /// <summary>Of the trading day before <see cref="CurrentDailyBar"/>; null when there is none.</summary>
    IBar? PreviousDailyBar { get; }
}
