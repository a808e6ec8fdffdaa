using ExitDesk.Simulator.Faults;

namespace ExitDesk.Simulator.Market;

/// <summary>Chooses by seed which symbol's quotes are spoiled when.</summary>
public static class QuoteFaultSchedule
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan WildPrintLasts = TimeSpan.FromSeconds(5);

    /// <summary>One window for each kind that the plan includes and each session.</summary>
    /// <remarks>
    /// A wild print lasts from the open to five seconds after the symbol's first quote. Other faults last four minutes, begin on
    /// a whole minute and keep clear of the first and last ten minutes. Each kind draws from a stream of its own.
    /// </remarks>
    /// <param name="market">The market to be spoiled.</param>
    /// <param name="symbols">Symbols that may be struck, for instance those of held positions; none gives no faults.</param>
    /// <param name="faults">The faults asked for.</param>
    /// <param name="seed">Same seed, same windows.</param>
    public static IReadOnlyList<QuoteFault> Draw(IMarket market, IReadOnlyList<string> symbols, FaultPlan faults, int seed)
    {
        var windows = new List<QuoteFault>();
        foreach (var kind in QuoteFault.Kinds.Where(kind => symbols.Count > 0 && faults.Includes(kind)))
        {
            var stream = new Random(unchecked((seed * 397) ^ (int)kind));
            windows.AddRange(market.Days.Select(day => Draw(market, kind, symbols[stream.Next(symbols.Count)], day, stream)));
        }

        return windows;
    }

    private static QuoteFault Draw(IMarket market, Fault kind, string symbol, TradingDay day, Random stream)
    {
        if (kind == Fault.WildPrint)
        {
            return new QuoteFault(kind, symbol, day.Open, FirstQuote(market, symbol, day) + WildPrintLasts);
        }

        var minutes = (int)(day.Close - day.Open).TotalMinutes;
        var from = day.Open.AddMinutes(stream.Next(10, minutes - 10 - (int)Lasts.TotalMinutes));
        return new QuoteFault(kind, symbol, from, from + Lasts);
    }

    private static DateTimeOffset FirstQuote(IMarket market, string symbol, TradingDay day)
    {
        for (var at = day.Open; at < day.Close; at = at.AddSeconds(1))
        {
            if ((market.OptionQuote(symbol, at) ?? market.StockQuote(symbol, at)) is not null)
            {
                return at;
            }
        }

        return day.Open;
    }
}
