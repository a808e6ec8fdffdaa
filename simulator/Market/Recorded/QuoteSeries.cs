namespace ExitDesk.Simulator.Market.Recorded;

/// <summary>The quotes of one symbol, 20 bytes a row, sides already carried forward.</summary>
/// <param name="ends">Ends of the bars, ascending, in seconds since the start of the first day.</param>
/// <param name="bids">Bid after each bar.</param>
/// <param name="asks">Ask after each bar.</param>
internal sealed class QuoteSeries(int[] ends, BarSide[] bids, BarSide[] asks)
{
    /// <summary>The quote in force.</summary>
    /// <param name="dayStart">Start of the asking day; what is older does not count.</param>
    /// <param name="second">The asking second.</param>
    /// <param name="at">The asking instant, which becomes the quote's time.</param>
    /// <returns>Null: neither side was quoted so far that day.</returns>
    public MarketQuote? At(int dayStart, int second, DateTimeOffset at)
    {
        var row = LastAtOrBefore(ends, second);
        if (row < 0 || ends[row] <= dayStart || (bids[row].IsMissing && asks[row].IsMissing))
        {
            return null;
        }

        return new MarketQuote(bids[row].ToPrice(), bids[row].Size, asks[row].ToPrice(), asks[row].Size, at);
    }

    /// <summary>Index of the last number not above <paramref name="second"/>; −1: all are above it.</summary>
    public static int LastAtOrBefore(int[] ascending, int second)
    {
        var found = Array.BinarySearch(ascending, second);
        return found >= 0 ? found : ~found - 1;
    }
}
