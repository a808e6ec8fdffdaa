namespace ExitDesk.Domain.Contracts;

/// <summary>
/// The two spellings of one underlying: the broker writes stock of a share class with a dot, BRK.B, and the roots of its options without,
/// BRKB240119C00400000. Here an underlying goes by the name without; the other is for the broker's stock data alone.
/// </summary>
/// <remarks>
/// Alpaca lists contracts BRKB… under <c>underlying_symbols=BRK.B</c>, and refuses an underlying that is no stock of its own (a user's
/// observation on its paper API of 2026-10, read 2026-11; its documents do not say). Where the dot stood cannot be told from the root: that takes the broker's contract, or the shares themselves.
/// </remarks>
public static class StockSymbol
{
    /// <summary>The name of an underlying, in either spelling: its option root, which has no dot.</summary>
    public static string OptionRoot(string symbol) => symbol.Replace(".", "", StringComparison.Ordinal);

    /// <summary>Whether the name of an underlying may be a share class's without its dot, such as BRKB: then its stock may not be the one of that name.</summary>
    /// <remarks>
    /// True for names of three letters or more that end as classes of listed stocks do: A, B, C, K or V. Most of these are plain stocks
    /// all the same. A class of another letter is found where no stock has its plain name.
    /// </remarks>
    public static bool MayBeShareClass(string underlying) => underlying is [_, _, .., 'A' or 'B' or 'C' or 'K' or 'V'];

    /// <summary>The underlying of anything held: of an option that of its contract, of shares their own.</summary>
    /// <param name="symbol">OCC or stock symbol.</param>
    public static string UnderlyingOf(string symbol) =>
        OccSymbol.TryParse(symbol, out var contract, out _) ? contract.Underlying : OptionRoot(symbol);
}
