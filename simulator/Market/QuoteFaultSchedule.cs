using ExitDesk.Simulator.Faults;

namespace ExitDesk.Simulator.Market;

/// <summary>Chooses by seed which symbol's quotes are spoiled when.</summary>
public static class QuoteFaultSchedule
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan WildPrintLasts = TimeSpan.FromSeconds(5);

    // What came in during the session is known by then, even if the first list of positions could not be read, and a sweep is due.
    private static readonly TimeSpan Known = TimeSpan.FromSeconds(135);

    /// <summary>One window for each kind that the plan includes and each session.</summary>
    /// <remarks>
    /// A wild print lasts from the open to five seconds after the symbol's first quote; of what comes in later, it is one sweep's in the third minute.
    /// Other faults last four minutes, begin on a whole minute, and keep clear of the first and last ten minutes; on the day on
    /// which a symbol comes in they begin within an hour of that, while it is still held. Each kind draws from a stream of its own, and
    /// strikes a symbol of its own if there are enough.
    /// </remarks>
    /// <param name="market">The market to be spoiled.</param>
    /// <param name="held">Symbols that may be struck, each with the instant from which it is held; none gives no faults. Stocks only if there are no options.</param>
    /// <param name="faults">The faults asked for.</param>
    /// <param name="seed">Same seed, same windows.</param>
    public static IReadOnlyList<QuoteFault> Draw(
        IMarket market, IReadOnlyList<(string Symbol, DateTimeOffset From)> held, FaultPlan faults, int seed)
    {
        var windows = new List<QuoteFault>();
        var options = held.Where(position => market.Contracts.Any(contract => contract.Symbol == position.Symbol)).ToList();
        var struck = (options.Count > 0 ? options : held).ToArray();
        new Random(seed).Shuffle(struck);
        foreach (var (number, kind) in QuoteFault.Kinds.Index().Where(kind => struck.Length > 0 && faults.Includes(kind.Item)))
        {
            var stream = new Random(unchecked((seed * 397) ^ (int)kind));
            windows.AddRange(market.Days.Select((day, session) => Draw(market, kind, struck[(number + session) % struck.Length], day, stream)));
        }

        return windows;
    }

    private static QuoteFault Draw(IMarket market, Fault kind, (string Symbol, DateTimeOffset From) held, TradingDay day, Random stream)
    {
        var comesIn = held.From > day.Open && held.From < day.Close;
        if (kind == Fault.WildPrint)
        {
            var first = comesIn ? held.From + Known : FirstQuote(market, held.Symbol, day);
            return new QuoteFault(kind, held.Symbol, comesIn ? first : day.Open, first + WildPrintLasts);
        }

        var (earliest, latest) = (10, (int)(day.Close - day.Open).TotalMinutes - 10 - (int)Lasts.TotalMinutes);
        if (comesIn)
        {
            earliest = Math.Clamp((int)(held.From - day.Open).TotalMinutes + 2, earliest, latest - 1);
            latest = Math.Min(latest, earliest + 60);
        }

        var from = day.Open.AddMinutes(stream.Next(earliest, latest));
        return new QuoteFault(kind, held.Symbol, from, from + Lasts);
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
