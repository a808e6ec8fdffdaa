namespace ExitDesk.Simulator.Market.Recorded;

/// <summary>Recorded quotes and trades of one underlying, replayed.</summary>
/// <remarks>
/// A bar's close is known from the bar's end on. A side that a row leaves empty did not change; a side never quoted that day
/// is missing. A quote's time is the asking instant, for a bar does not say when within it the last quote came. Stock quotes
/// exist only where they were recorded, greeks never. Contracts are taken to deliver 100 shares. Safe for concurrent use.
/// </remarks>
public sealed class RecordedMarket : IMarket
{
    private readonly CorpusDays _days;
    private readonly Dictionary<string, QuoteSeries> _options;
    private readonly string _ticker;
    private readonly QuoteSeries _stockQuotes;
    private readonly TradeSeries _stockTrades;

    private RecordedMarket(
        CorpusDays days,
        SortedList<string, (ListedContract Contract, QuoteSeries Series)> options,
        string ticker,
        (QuoteSeries Quotes, TradeSeries Trades) stock)
    {
        _days = days;
        _options = options.ToDictionary(pair => pair.Key, pair => pair.Value.Series, StringComparer.Ordinal);
        _ticker = ticker;
        (_stockQuotes, _stockTrades) = stock;
        Contracts = [.. options.Values.Select(option => option.Contract)];
        Underlyings = [ticker];
    }

    public IReadOnlyList<TradingDay> Days => _days.Sessions;

    public IReadOnlyList<ListedContract> Contracts { get; }

    public IReadOnlyList<string> Underlyings { get; }

    /// <summary>Reads the days of one underlying from a folder.</summary>
    /// <returns>The market, or all that is wrong with the folder, its files and their rows.</returns>
    public static RecordedLoad Load(RecordedSource source)
    {
        var problems = new CorpusProblems();
        var days = CorpusDays.Of(source, problems);
        var folderFound = Directory.Exists(source.Folder);
        if (!folderFound)
        {
            problems.Add(source.Folder, "no such folder", "name the folder that holds option/usa and equity/usa");
        }

        // The ticker becomes part of a path.
        if (source.Underlying.Length is 0 or > 10 || !source.Underlying.All(char.IsAsciiLetterOrDigit))
        {
            problems.Add(source.Folder,
                $"\"{source.Underlying}\" is not an underlying", "name a ticker symbol, for instance GOOG");
            return new RecordedLoad(null, problems.ToList());
        }

        return days is not null && folderFound
            ? Load(source, days, problems)
            : new RecordedLoad(null, problems.ToList());
    }

    public MarketQuote? OptionQuote(string symbol, DateTimeOffset at) =>
        _options.TryGetValue(symbol, out var series) && _days.TryLocate(at, out var dayStart, out var second)
            ? series.At(dayStart, second, at)
            : null;

    public MarketQuote? StockQuote(string symbol, DateTimeOffset at) =>
        symbol == _ticker && _days.TryLocate(at, out var dayStart, out var second)
            ? _stockQuotes.At(dayStart, second, at)
            : null;

    public MarketTrade? LastStockTrade(string symbol, DateTimeOffset at) =>
        symbol == _ticker && _days.TryLocate(at, out var dayStart, out var second)
            ? _stockTrades.At(dayStart, second, _days.Start)
            : null;

    public OptionGreeks? Greeks(string symbol, DateTimeOffset at) => null;

    private static RecordedLoad Load(RecordedSource source, CorpusDays days, CorpusProblems problems)
    {
        var ticker = source.Underlying.ToLowerInvariant();
        var options = new OptionFiles(source.Folder, ticker, days, problems).Read();
        var stock = new StockFiles(source.Folder, ticker, days, problems).Read();
        for (var day = 0; day < days.Sessions.Count && !problems.Any; day++)
        {
            var optionsFound = options.Values.Any(option => IsQuoted(option.Series, days, day));
            var stockFound = IsQuoted(stock.Quotes, days, day)
                || stock.Trades.At(days.StartOf(day), days.EndOf(day), days.Start) is not null;
            TellIfEmpty(source, days, day, optionsFound, "option quotes", problems);
            TellIfEmpty(source, days, day, stockFound, "trades or quotes of the stock", problems);
        }

        return problems.Any
            ? new RecordedLoad(null, problems.ToList())
            : new RecordedLoad(new RecordedMarket(days, options, ticker.ToUpperInvariant(), stock), []);
    }

    // Hour files hold many days; that one exists does not mean that the day is in it.
    private static void TellIfEmpty(
        RecordedSource source, CorpusDays days, int day, bool found, string what, CorpusProblems problems)
    {
        if (!found)
        {
            problems.Add(source.Folder,
                $"no {what} of {source.Underlying} on {days.Sessions[day].Date:yyyy-MM-dd}", "choose another day");
        }
    }

    private static bool IsQuoted(QuoteSeries series, CorpusDays days, int day) =>
        series.At(days.StartOf(day), days.EndOf(day), days.Start) is not null;
}
