using ExitDesk.Domain.Quotes;

namespace ExitDesk.Domain.Closing;

/// <summary>Quotes of a closing's legs, read for one step.</summary>
/// <param name="BySymbol">A leg without a quote is absent; null if the read failed.</param>
public sealed record CloseQuotes(IReadOnlyDictionary<string, Quote>? BySymbol)
{
    public static readonly CloseQuotes Unread = new((IReadOnlyDictionary<string, Quote>?)null);

    /// <summary>The quote of a leg; null if it has none or the read failed.</summary>
    public Quote? Of(string symbol) => BySymbol?.GetValueOrDefault(symbol);
}
