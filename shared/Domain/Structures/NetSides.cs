using System.Diagnostics.CodeAnalysis;
using ExitDesk.Domain.Quotes;

namespace ExitDesk.Domain.Structures;

/// <summary>What legs net to on both sides of their quotes: the one place that says what a quote is worth to a leg.</summary>
internal struct NetSides
{
    private NetSum _closing;
    private NetSum _opening;
    private DateTimeOffset? _at;

    /// <summary>What closing brings (positive) or costs (negative), USD per share: long legs at the bid, short legs at the ask. Null if
    /// a leg's side is not quoted.</summary>
    public readonly decimal? Closing => _closing.Value;

    /// <summary>The same on the other side of each quote, USD per share; null likewise.</summary>
    public readonly decimal? Opening => _opening.Value;

    /// <summary>When the oldest of the quotes was made, UTC; the greatest instant if there was none.</summary>
    public readonly DateTimeOffset At => _at ?? DateTimeOffset.MaxValue;

    /// <summary>Adds a leg.</summary>
    /// <param name="ratio">Signed: above 0 for a long leg.</param>
    /// <param name="quote">Null if it has none.</param>
    public void Add(int ratio, Quote? quote)
    {
        var (bid, ask) = IsPriced(quote) ? (quote.Bid, quote.Ask) : (null, null);
        _closing.Add(ratio, ratio > 0 ? bid : ask);
        _opening.Add(ratio, ratio > 0 ? ask : bid);
        _at = quote is null || _at <= quote.At ? _at : quote.At;
    }

    // A bid of zero is a price only beside a live ask.
    private static bool IsPriced([NotNullWhen(true)] Quote? quote) => quote is not (null or { Bid: 0, Ask: null or <= 0 });
}
