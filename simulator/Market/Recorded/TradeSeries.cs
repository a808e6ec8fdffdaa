namespace ExitDesk.Simulator.Market.Recorded;

/// <summary>The trades of one symbol.</summary>
/// <param name="ends">Ends of the bars, ascending, in seconds since the start of the first day.</param>
/// <param name="trades">Close and volume of each bar.</param>
internal sealed class TradeSeries(int[] ends, BarSide[] trades)
{
    /// <summary>The last trade of the asking day.</summary>
    /// <param name="dayStart">Start of the asking day; what is older does not count.</param>
    /// <param name="second">The asking second.</param>
    /// <param name="start">The instant that seconds are counted from.</param>
    /// <returns>Null: not traded so far that day.</returns>
    public MarketTrade? At(int dayStart, int second, DateTimeOffset start)
    {
        var row = QuoteSeries.LastAtOrBefore(ends, second);
        return row < 0 || ends[row] <= dayStart
            ? null
            : new MarketTrade(trades[row].Price / 10_000m, trades[row].Size, start.AddSeconds(ends[row]));
    }
}
