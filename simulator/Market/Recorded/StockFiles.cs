namespace ExitDesk.Simulator.Market.Recorded;

/// <summary>Reads the trades and quotes of the underlying: minute files, or the hour file of trades if no day has any.</summary>
/// <param name="folder">Folder of the recorded data.</param>
/// <param name="ticker">Lower case, as files are named.</param>
/// <param name="days">The days wanted.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class StockFiles(string folder, string ticker, CorpusDays days, CorpusProblems problems)
{
    private readonly QuoteSeriesBuilder _quotes = new();
    private readonly TradeSeriesBuilder _trades = new();

    /// <summary>Quotes, empty where none are recorded, and trades.</summary>
    public (QuoteSeries Quotes, TradeSeries Trades) Read()
    {
        var hours = Path.Combine(folder, "equity", "usa", "hour", $"{ticker}.zip");
        var withoutMinutes = days.Sessions.Where((session, day) => !ReadDay(session, day)).ToList();
        if (withoutMinutes.Count == days.Sessions.Count && File.Exists(hours))
        {
            ReadArchive(hours, $"{ticker}.csv", days.HourClock(), BarClocks.HourRule,
                (reader, text) => reader.ReadTrades(text, _trades));
        }
        else
        {
            foreach (var session in withoutMinutes)
            {
                problems.Add(MinutePath(session.Date, "trade"),
                    $"no trades or quotes of the stock on {session.Date:yyyy-MM-dd}: "
                        + $"neither this file, its _quote.zip nor {hours}",
                    "add one of them, or choose another day");
            }
        }

        return (_quotes.Build(), _trades.Build());
    }

    private bool ReadDay(TradingDay session, int day)
    {
        var clock = days.MinuteClock(day);
        var (trades, quotes) = (MinutePath(session.Date, "trade"), MinutePath(session.Date, "quote"));
        if (File.Exists(trades))
        {
            ReadArchive(trades, MinuteName(session.Date, "trade"), clock, BarClocks.MinuteRule,
                (reader, text) => reader.ReadTrades(text, _trades));
        }

        if (File.Exists(quotes))
        {
            ReadArchive(quotes, MinuteName(session.Date, "quote"), clock, BarClocks.MinuteRule,
                (reader, text) => reader.ReadQuotes(text, _quotes));
        }

        return File.Exists(trades) || File.Exists(quotes);
    }

    private void ReadArchive(string path, string expected, BarClock clock, string clockRule, Rows rows)
    {
        var found = false;
        CorpusArchive.Read(path, problems, (name, place, text) =>
        {
            if (name != expected || found)
            {
                problems.Add(place, $"not expected in {Path.GetFileName(path)}", $"it holds {expected} alone");
                return;
            }

            found = true;
            rows(new RowReader(place, clock, clockRule, problems), text);
        });
    }

    private string MinuteName(DateOnly date, string kind) => $"{CorpusDays.FileDate(date)}_{ticker}_minute_{kind}.csv";

    private string MinutePath(DateOnly date, string kind) =>
        Path.Combine(folder, "equity", "usa", "minute", ticker, $"{CorpusDays.FileDate(date)}_{kind}.zip");

    private delegate void Rows(RowReader reader, ReadOnlySpan<byte> text);
}
