using Alpaca.Markets;
using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Dividends;
using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.Ports.Market;

namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>Clock, calendar, account and quotes, read through Alpaca's own SDK. Thread-safe; one for the process.</summary>
/// <remarks>Contracts and dividends are read here: the SDK drops the multiplier, and fails all of a page over one odd row.</remarks>
/// <param name="clients">The SDK.</param>
/// <param name="options">Hosts, keys and feeds.</param>
/// <param name="time">Wall time: timeouts, and the day for which contracts and dividends are kept.</param>
/// <param name="calls">Counts requests to the trading API; share one among all clients with the same keys.</param>
public sealed class AlpacaMarketData(SdkClients clients, AlpacaOptions options, TimeProvider time, BrokerCalls calls) : IMarketData, IDisposable
{
    private readonly SdkReads _reads = new(time);
    private readonly MarketListings _listings = new(options, time, calls);

    public void Dispose() => _listings.Dispose();

    public Task<BrokerRead<ClockReading>> GetClockAsync(CancellationToken cancellationToken) => _reads.TryAsync(
        async () =>
        {
            calls.CountRequest();
            var clock = await clients.Trading.GetClockAsync(cancellationToken).ConfigureAwait(false);
            return new ClockReading(Utc(clock.TimestampUtc), clock.IsOpen, Utc(clock.NextOpenUtc), Utc(clock.NextCloseUtc));
        },
        cancellationToken);

    public Task<BrokerRead<IReadOnlyList<Session>>> GetCalendarAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        _reads.TryAsync<IReadOnlyList<Session>>(
            async () =>
            {
                calls.CountRequest();
                var days = await clients.Trading.ListIntervalCalendarAsync(new CalendarRequest(from, to), cancellationToken).ConfigureAwait(false);
                return [.. days.Select(AsSession).OrderBy(session => session.Date)];
            },
            cancellationToken);

    public Task<BrokerRead<BrokerAccount>> GetAccountAsync(CancellationToken cancellationToken) => _reads.TryAsync(
        async () =>
        {
            calls.CountRequest();
            var account = await clients.Trading.GetAccountAsync(cancellationToken).ConfigureAwait(false);
            var number = account.AccountNumber ?? account.AccountId.ToString();
            return new BrokerAccount(number, options.TradingUrl.Host.StartsWith("paper-", StringComparison.Ordinal))
            {
                Equity = account.Equity,
                LastEquity = account.LastEquity > 0 ? account.LastEquity : null,
                Cash = account.TradableCash,
                BuyingPower = account.BuyingPower,
                OptionsBuyingPower = account.OptionsBuyingPower,
                OptionsLevel = (int?)account.OptionsTradingLevel,
                MayTrade = account is { IsTradingBlocked: false, IsAccountBlocked: false, TradeSuspendedByUser: false },
                MayShort = account.ShortingEnabled,
            };
        },
        cancellationToken);

    public Task<BrokerRead<IReadOnlyDictionary<string, Quote>>> GetOptionQuotesAsync(
        IReadOnlyCollection<string> symbols, CancellationToken cancellationToken) =>
        _reads.TryAsync<IReadOnlyDictionary<string, Quote>>(
            async () =>
            {
                var quotes = new Dictionary<string, Quote>(symbols.Count);
                foreach (var chunk in symbols.Chunk(IMarketData.SymbolsPerCall))
                {
                    var request = new LatestOptionsDataRequest(chunk) { OptionsFeed = OptionFeed };
                    foreach (var (symbol, quote) in await clients.Options.ListLatestQuotesAsync(request, cancellationToken).ConfigureAwait(false))
                    {
                        quotes[symbol] = AsQuote(quote);
                    }
                }

                return quotes;
            },
            cancellationToken);

    public Task<BrokerRead<IReadOnlyDictionary<string, StockPrice>>> GetStockPricesAsync(
        IReadOnlyCollection<string> symbols, CancellationToken cancellationToken) =>
        _reads.TryAsync<IReadOnlyDictionary<string, StockPrice>>(
            async () =>
            {
                var prices = new Dictionary<string, StockPrice>(symbols.Count);
                foreach (var chunk in symbols.Chunk(IMarketData.SymbolsPerCall))
                {
                    var request = new LatestMarketDataListRequest(chunk) { Feed = StockFeed };
                    foreach (var (symbol, snapshot) in await clients.Stocks.ListSnapshotsAsync(request, cancellationToken).ConfigureAwait(false))
                    {
                        prices[symbol] = AsPrice(snapshot);
                    }
                }

                return prices;
            },
            cancellationToken);

    public Task<BrokerRead<IReadOnlyDictionary<string, OptionSnapshot>>> GetOptionSnapshotsAsync(
        IReadOnlyCollection<string> symbols, CancellationToken cancellationToken) =>
        _reads.TryAsync<IReadOnlyDictionary<string, OptionSnapshot>>(
            async () =>
            {
                var snapshots = new Dictionary<string, OptionSnapshot>(symbols.Count);
                foreach (var chunk in symbols.Chunk(IMarketData.SymbolsPerCall))
                {
                    var request = new OptionSnapshotRequest(chunk) { OptionsFeed = OptionFeed };
                    var page = await clients.Options.ListSnapshotsAsync(request, cancellationToken).ConfigureAwait(false);
                    foreach (var (symbol, snapshot) in page.Items)
                    {
                        snapshots[symbol] = AsSnapshot(snapshot);
                    }
                }

                return snapshots;
            },
            cancellationToken);

    public Task<IReadOnlyDictionary<string, BrokerRead<ContractTerms>>> GetContractsAsync(
        IReadOnlyCollection<string> symbols, CancellationToken cancellationToken) => _listings.ContractsAsync(symbols, cancellationToken);

    public Task<BrokerRead<IReadOnlyList<CashDividend>>> GetDividendsAsync(
        IReadOnlyCollection<string> underlyings, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        _listings.DividendsAsync(underlyings, from, to, cancellationToken);

    private OptionsFeed OptionFeed => options.OptionFeed == "opra" ? OptionsFeed.Opra : OptionsFeed.Indicative;

    private MarketDataFeed StockFeed => options.StockFeed == "sip" ? MarketDataFeed.Sip : MarketDataFeed.Iex;

    private static DateTimeOffset Utc(DateTime utc) => new(DateTime.SpecifyKind(utc, DateTimeKind.Utc));

    private static Session AsSession(IIntervalCalendar day)
    {
        var (open, close) = (day.Trading.OpenEst.ToUniversalTime(), day.Trading.CloseEst.ToUniversalTime());
        return new Session(NewYork.DateOf(open), open, close);
    }

    // The API writes a side that is not quoted as 0: nobody bids is worth 0 beside a live ask, nobody offers is no ask.
    private static Quote AsQuote(IQuote quote) => new(
        quote.BidPrice == 0 && quote.AskPrice == 0 ? null : quote.BidPrice,
        quote.AskPrice == 0 ? null : quote.AskPrice,
        Utc(quote.TimestampUtc));

    private OptionSnapshot AsSnapshot(IOptionSnapshot snapshot) => new(
        snapshot.Quote is { } quote ? AsQuote(quote) : null,
        snapshot.Greeks is { } known ? new Greeks(known.Delta, known.Gamma, known.Theta, known.Vega, known.Rho) : null,
        snapshot.ImpliedVolatility is > 0 and var volatility ? volatility : null,
        OptionFeed == OptionsFeed.Opra ? "opra" : "indicative");

    private static StockPrice AsPrice(ISnapshot snapshot) => new(
        snapshot.Quote is { } quote ? AsQuote(quote) : null,
        snapshot.Trade?.Price,
        snapshot.Trade is { } trade ? Utc(trade.TimestampUtc) : null)
    {
        // A bar of a day takes no price from trades outside the session. Source: forum.alpaca.markets/t/14272, read 2026-11.
        Closes = [.. new[] { snapshot.CurrentDailyBar, snapshot.PreviousDailyBar }.OfType<IBar>().Select(bar => new DayClose(NewYork.DateOf(Utc(bar.TimeUtc)), bar.Close))],
    };
}
