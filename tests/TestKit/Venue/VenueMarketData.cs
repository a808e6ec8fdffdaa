using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Dividends;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.Ports.Market;
using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.TestKit.Venue;

/// <summary>The simulator's venue and its market behind the port of market data, without a wire.</summary>
/// <param name="venue">Clock, calendar, account and contracts.</param>
/// <param name="dividends">Announced ones.</param>
public sealed class VenueMarketData(SimulatedVenue venue, IReadOnlyList<CashDividend> dividends) : IMarketData
{
    /// <summary>The number of the simulated account.</summary>
    public const string AccountNumber = "PA3SIMULATED";

    public Task<BrokerRead<ClockReading>> GetClockAsync(CancellationToken cancellationToken)
    {
        var (now, sessions) = (venue.Now, venue.Sessions);
        return Read(new ClockReading(now, sessions.IsOpen(now), sessions.NextOpening(now).Open, sessions.NextClosing(now).Close));
    }

    public Task<BrokerRead<IReadOnlyList<Session>>> GetCalendarAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<Session>>([.. venue.Sessions.Between(from, to).Select(day => new Session(day.Date, day.Open, day.Close))]);

    public Task<BrokerRead<IReadOnlyDictionary<string, Quote>>> GetOptionQuotesAsync(
        IReadOnlyCollection<string> symbols, CancellationToken cancellationToken) =>
        Read<IReadOnlyDictionary<string, Quote>>(Map(symbols, symbol =>
            venue.Market.OptionQuote(symbol, venue.Now) is { } quote ? AsQuote(quote) : null));

    public Task<BrokerRead<IReadOnlyDictionary<string, OptionSnapshot>>> GetOptionSnapshotsAsync(
        IReadOnlyCollection<string> symbols, CancellationToken cancellationToken) =>
        Read<IReadOnlyDictionary<string, OptionSnapshot>>(Map(symbols, SnapshotOf));

    public Task<IReadOnlyDictionary<string, BrokerRead<ContractTerms>>> GetContractsAsync(
        IReadOnlyCollection<string> symbols, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, BrokerRead<ContractTerms>>>(symbols.ToDictionary(symbol => symbol, TermsOf, StringComparer.Ordinal));

    public Task<BrokerRead<IReadOnlyList<CashDividend>>> GetDividendsAsync(
        IReadOnlyCollection<string> underlyings, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<CashDividend>>(
            [.. dividends.Where(dividend => underlyings.Contains(dividend.Symbol) && dividend.ExDate >= from && dividend.ExDate <= to)]);

    public Task<BrokerRead<IReadOnlyDictionary<string, StockPrice>>> GetStockPricesAsync(
        IReadOnlyCollection<string> symbols, CancellationToken cancellationToken) =>
        Read<IReadOnlyDictionary<string, StockPrice>>(Map(symbols, PriceOf));

    public Task<BrokerRead<BrokerAccount>> GetAccountAsync(CancellationToken cancellationToken)
    {
        var account = venue.Account();
        return Read(new BrokerAccount(AccountNumber, true)
        {
            Equity = account.Equity,
            LastEquity = account.Equity > 0 ? account.Equity : null,
            Cash = account.Cash,
            BuyingPower = account.BuyingPower,
            OptionsBuyingPower = account.BuyingPower,
            OptionsLevel = account.OptionsLevel,
            MayTrade = true,
            MayShort = account.ShortingEnabled,
        });
    }

    private OptionSnapshot? SnapshotOf(string symbol)
    {
        if (venue.Market.OptionQuote(symbol, venue.Now) is not { } quote)
        {
            return null;
        }

        var greeks = HasTimeValue(symbol, quote) ? venue.Market.Greeks(symbol, venue.Now) : null;
        return new OptionSnapshot(
            AsQuote(quote),
            greeks is null ? null : new Greeks((decimal)greeks.Delta, (decimal)greeks.Gamma, (decimal)greeks.Theta, (decimal)greeks.Vega, (decimal)greeks.Rho),
            greeks is null ? null : (decimal)greeks.ImpliedVolatility,
            "indicative");
    }

    private StockPrice? PriceOf(string symbol)
    {
        var trade = venue.Market.LastStockTrade(symbol, venue.Now);
        var quote = venue.Market.StockQuote(symbol, venue.Now);
        return trade is null && quote is null ? null : new StockPrice(quote is null ? null : AsQuote(quote), trade?.Price, trade?.At);
    }

    private BrokerRead<ContractTerms> TermsOf(string symbol) => venue.Contract(symbol) is { } contract
        ? BrokerRead<ContractTerms>.Of(new ContractTerms(
            symbol, symbol[..^15], contract.Underlying, contract.Multiplier, "active", char.IsAsciiDigit(symbol[^16])))
        : BrokerRead<ContractTerms>.Failed($"GET /v2/options/contracts/{symbol}: HTTP 404");

    // Nothing implies a volatility where nobody bids or the price is below what exercise brings.
    private bool HasTimeValue(string symbol, MarketQuote quote)
    {
        var contract = venue.Contract(symbol)!;
        var stock = venue.Market.LastStockTrade(contract.Underlying, venue.Now)?.Price;
        var intrinsic = (contract.IsCall ? stock - contract.Strike : contract.Strike - stock) ?? 0m;
        return quote is { Bid: > 0 and var bid, Ask: { } ask } && (bid + ask) / 2 > intrinsic;
    }

    // A side that nobody quotes is written as zero on the wire: beside a live ask it is a bid of zero.
    private static Quote AsQuote(MarketQuote quote) => new(
        (quote.Bid ?? 0) == 0 && (quote.Ask ?? 0) == 0 ? null : quote.Bid ?? 0,
        (quote.Ask ?? 0) == 0 ? null : quote.Ask,
        quote.At);

    private static Dictionary<string, T> Map<T>(IReadOnlyCollection<string> symbols, Func<string, T?> read)
        where T : class
    {
        var map = new Dictionary<string, T>(symbols.Count, StringComparer.Ordinal);
        foreach (var symbol in symbols)
        {
            if (read(symbol) is { } value)
            {
                map[symbol] = value;
            }
        }

        return map;
    }

    private static Task<BrokerRead<T>> Read<T>(T value)
        where T : class => Task.FromResult(BrokerRead<T>.Of(value));
}
