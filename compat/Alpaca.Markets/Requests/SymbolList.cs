namespace Alpaca.Markets;

/// <summary>Symbols of a request, each once.</summary>
internal static class SymbolList
{
    public static HashSet<string> Of(IEnumerable<string> symbols)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        return new HashSet<string>(symbols, StringComparer.Ordinal);
    }

    /// <summary>The query's text for them.</summary>
    /// <exception cref="RequestValidationException">There is none, or one is blank.</exception>
    public static string Joined(IReadOnlyCollection<string> symbols)
    {
        if (symbols.Count == 0)
        {
            throw new RequestValidationException("Symbols list should contains at least one item.", "Symbols");
        }

        if (symbols.Any(string.IsNullOrWhiteSpace))
        {
            throw new RequestValidationException("Symbol shouldn't be empty.", "Symbols");
        }

        return string.Join(',', symbols);
    }
}
