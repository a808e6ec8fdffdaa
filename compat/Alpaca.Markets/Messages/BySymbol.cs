namespace Alpaca.Markets;

/// <summary>Tells each item its symbol, which the API gives only as the key; leaves out what the API answers with null.</summary>
internal static class BySymbol
{
    public static Dictionary<string, TApi> Of<TApi, TItem>(Dictionary<string, TItem?>? items)
        where TItem : class, TApi, ISymbolHolder
    {
        var bySymbol = new Dictionary<string, TApi>(StringComparer.Ordinal);
        foreach (var (symbol, item) in items ?? [])
        {
            if (item is not null)
            {
                item.Hold(symbol);
                bySymbol.Add(symbol, item);
            }
        }

        return bySymbol;
    }
}
