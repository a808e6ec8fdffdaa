using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Dividends;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.Ports.Market;

namespace ExitDesk.TestKit.Desk;

/// <summary>Clock, calendar and quotes for workflow tests. Open on weekdays from 9:30 to 16:00 in New York.</summary>
public sealed class InMemoryMarket(TimeProvider time, EffectCounter effects) : IMarketData
{
    private readonly Dictionary<string, Quote> _quotes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Greeks? Greeks, decimal? ImpliedVolatility)> _greeks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ContractTerms> _contracts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unlisted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _failAfter = new(StringComparer.Ordinal);

    public string AccountNumber { get; set; } = "PA0001";

    /// <summary>What the account is worth, USD; null untold.</summary>
    public decimal? Equity { get; set; }

    /// <summary>What it was worth at the close of the day before, USD; null untold.</summary>
    public decimal? LastEquity { get; set; }

    /// <summary>USD; null untold.</summary>
    public decimal? Cash { get; set; }

    /// <summary>USD; null untold.</summary>
    public decimal? BuyingPower { get; set; }

    /// <summary>The broker's level for options; null untold.</summary>
    public int? OptionsLevel { get; set; } = 3;

    /// <summary>While set, the named kind of read fails: clock, calendar, quotes, snapshots, contracts, dividends, stocks or account.</summary>
    public HashSet<string> Failing { get; } = [];

    /// <summary>Lets so many more reads of a kind pass and all later ones fail, until <see cref="Failing"/> is cleared.</summary>
    public void FailAfter(string kind, int reads) => _failAfter[kind] = reads;

    /// <summary>So many more reads of snapshots pass, and the one after them hangs until its caller gives it up; null while none does.</summary>
    public int? SnapshotsBeforeHang { get; set; }

    /// <summary>While true, the calendar answers without any session.</summary>
    public bool HasEmptyCalendar { get; set; }

    /// <summary>Calls by kind; quotes count one for each 100 symbols, as on the wire.</summary>
    public Dictionary<string, int> Calls { get; } = [];

    /// <summary>A quote that is made anew at each reading.</summary>
    public void Quote(string symbol, decimal? bid, decimal? ask) => _quotes[symbol] = new Quote(bid, ask, DateTimeOffset.MaxValue);

    /// <summary>A quote that was made once.</summary>
    public void QuoteOnce(string symbol, decimal? bid, decimal? ask, DateTimeOffset at) => _quotes[symbol] = new Quote(bid, ask, at);

    /// <summary>Dividends that were announced.</summary>
    public List<CashDividend> Dividends { get; } = [];

    /// <summary>Prices of stocks, as they are told at each reading.</summary>
    public Dictionary<string, StockPrice> Stocks { get; } = new(StringComparer.Ordinal);

    /// <summary>What snapshots say beside the quote.</summary>
    public void Sense(string symbol, Greeks? greeks, decimal? impliedVolatility) => _greeks[symbol] = (greeks, impliedVolatility);

    /// <summary>Lists a contract on other terms than so many shares as its multiplier, 100, says.</summary>
    public void List(ContractTerms contract) => _contracts[contract.Symbol] = contract;

    /// <summary>From now on the broker does not list a contract.</summary>
    public void Unlist(string symbol) => _unlisted.Add(symbol);

    public void Unquote(string symbol) => _quotes.Remove(symbol);

    public Task<BrokerRead<ClockReading>> GetClockAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var today = NewYork.DateOf(now);
        var session = SessionOf(today);
        var isOpen = session is not null && now >= session.OpenAt && now < session.CloseAt;
        var next = session is not null && now < session.OpenAt ? session : NextSession(today.AddDays(1));
        return Answer("clock", 1, () => new ClockReading(now, isOpen, next.OpenAt, isOpen ? session!.CloseAt : next.CloseAt));
    }

    public Task<BrokerRead<IReadOnlyList<Session>>> GetCalendarAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<Session>>("calendar", 1, () => HasEmptyCalendar
            ? []
            : [.. Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(day => SessionOf(from.AddDays(day))).OfType<Session>()]);

    public Task<BrokerRead<IReadOnlyDictionary<string, Quote>>> GetOptionQuotesAsync(
        IReadOnlyCollection<string> symbols, CancellationToken cancellationToken) =>
        Answer<IReadOnlyDictionary<string, Quote>>(
            "quotes", CallsFor(symbols), () => symbols.Where(_quotes.ContainsKey).ToDictionary(symbol => symbol, QuoteOf));

    public async Task<BrokerRead<IReadOnlyDictionary<string, OptionSnapshot>>> GetOptionSnapshotsAsync(
        IReadOnlyCollection<string> symbols, CancellationToken cancellationToken)
    {
        if (SnapshotsBeforeHang-- == 0)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken).ConfigureAwait(false);
        }

        return await Answer<IReadOnlyDictionary<string, OptionSnapshot>>(
            "snapshots", CallsFor(symbols), () => symbols.Where(_quotes.ContainsKey).ToDictionary(symbol => symbol, SnapshotOf)).ConfigureAwait(false);
    }

    public async Task<IReadOnlyDictionary<string, BrokerRead<ContractTerms>>> GetContractsAsync(
        IReadOnlyCollection<string> symbols, CancellationToken cancellationToken)
    {
        var answers = new Dictionary<string, BrokerRead<ContractTerms>>(StringComparer.Ordinal);
        foreach (var symbol in symbols)
        {
            answers[symbol] = _unlisted.Contains(symbol)
                ? BrokerRead<ContractTerms>.Failed($"{symbol}: 404")
                : await Answer("contracts", 1, () => _contracts.GetValueOrDefault(symbol) ?? Standard(symbol)).ConfigureAwait(false);
        }

        return answers;
    }

    public Task<BrokerRead<IReadOnlyList<CashDividend>>> GetDividendsAsync(
        IReadOnlyCollection<string> underlyings, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<CashDividend>>("dividends", 1, () =>
            [.. Dividends.Where(dividend => underlyings.Contains(dividend.Symbol) && dividend.ExDate >= from && dividend.ExDate <= to)]);

    public Task<BrokerRead<IReadOnlyDictionary<string, StockPrice>>> GetStockPricesAsync(
        IReadOnlyCollection<string> symbols, CancellationToken cancellationToken) =>
        Answer<IReadOnlyDictionary<string, StockPrice>>("stocks", 1, () => Stocks.Where(stock => symbols.Contains(stock.Key)).ToDictionary());

    public Task<BrokerRead<BrokerAccount>> GetAccountAsync(CancellationToken cancellationToken) =>
        Answer("account", 1, () => new BrokerAccount(AccountNumber, true)
        {
            Equity = Equity,
            LastEquity = LastEquity,
            Cash = Cash,
            BuyingPower = BuyingPower,
            OptionsBuyingPower = BuyingPower,
            OptionsLevel = OptionsLevel,
            MayTrade = true,
            MayShort = false,
        });

    private static int CallsFor(IReadOnlyCollection<string> symbols) =>
        (symbols.Count + IMarketData.SymbolsPerCall - 1) / IMarketData.SymbolsPerCall;

    private static ContractTerms Standard(string symbol) => OccSymbol.TryParse(symbol, out var contract, out var error)
        ? new ContractTerms(symbol, contract.Root, contract.Underlying, 100, "active", contract.IsAdjusted)
        : throw new ArgumentException(error, nameof(symbol));

    private Quote QuoteOf(string symbol) => _quotes[symbol] is { At: var at } quote && at == DateTimeOffset.MaxValue
        ? quote with { At = time.GetUtcNow() }
        : _quotes[symbol];

    private OptionSnapshot SnapshotOf(string symbol)
    {
        var (greeks, volatility) = _greeks.GetValueOrDefault(symbol);
        return new OptionSnapshot(QuoteOf(symbol), greeks, volatility, "indicative");
    }

    private static Session? SessionOf(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
        ? null
        : new Session(day, NewYork.At(day, new TimeOnly(9, 30)), NewYork.At(day, new TimeOnly(16, 0)));

    private static Session NextSession(DateOnly day) => SessionOf(day) ?? NextSession(day.AddDays(1));

    private Task<BrokerRead<T>> Answer<T>(string kind, int calls, Func<T> read)
        where T : class
    {
        effects.Check();
        if (_failAfter.Remove(kind, out var left))
        {
            _ = left > 0 ? _failAfter.TryAdd(kind, left - 1) : Failing.Add(kind);
        }

        Calls[kind] = Calls.GetValueOrDefault(kind) + calls;
        return Task.FromResult(Failing.Contains(kind) ? BrokerRead<T>.Failed($"{kind}: 500") : BrokerRead<T>.Of(read()));
    }
}
