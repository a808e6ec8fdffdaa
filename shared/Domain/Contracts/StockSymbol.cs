namespace ExitDesk.Domain.Contracts;

/// <summary>Stock symbols as the broker writes them.</summary>
public static class StockSymbol
{
    /// <summary>The option root of a stock: share classes have a dot that roots have not, as in BRK.B and BRKB240119C00400000.</summary>
    public static string OptionRoot(string symbol) => symbol.Replace(".", "", StringComparison.Ordinal);
}
