using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.Ports.Market;

namespace ExitDesk.Engine.Market;

/// <summary>Reads what the rules of some positions need of the market, and no more.</summary>
/// <remarks>Option quotes are needed by all; stocks only where a rule looks at them; dividends only under short calls.</remarks>
public sealed class MarketReads(IMarketData market, UnderlyingReads stocks, ExchangeCalendar calendar, UnderlyingTape tape, ExitPlanBook plans)
{
    /// <summary>Reads. What cannot be read is null or absent, and makes the rules that need it undecided; all others go on.</summary>
    /// <param name="positions">Whose market.</param>
    /// <param name="moment">Now; the session must be known.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    /// <param name="withStocks">True to read every underlying, whether a rule looks at it or not: to show it.</param>
    public async Task<MarketView> ReadAsync(
        IReadOnlyCollection<Position> positions, MarketMoment moment, CancellationToken cancellationToken, bool withStocks = false)
    {
        var options = await OptionsAsync(positions, cancellationToken).ConfigureAwait(false);
        var days = await calendar.AroundAsync(moment.Session!.Date, cancellationToken).ConfigureAwait(false);
        var underlyings = await UnderlyingsAsync(positions, moment, withStocks, cancellationToken).ConfigureAwait(false);
        var dividends = await DividendsAsync(positions, moment.Session.Date, days, cancellationToken).ConfigureAwait(false);
        return new MarketView(
            moment, NewYork.TimeOf(moment.Now), options.Value ?? new Dictionary<string, OptionSnapshot>(), underlyings, dividends, days)
        {
            QuotesFailure = options.Failure,
        };
    }

    /// <summary>
    /// The last quotes there are and the last price of every underlying, however old, at the moment at which rules act next: to explain while
    /// the market is closed, never to decide.
    /// </summary>
    /// <param name="positions">Whose market.</param>
    /// <param name="moment">Now.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public async Task<MarketView> LastAsync(IReadOnlyCollection<Position> positions, MarketMoment moment, CancellationToken cancellationToken)
    {
        var days = await calendar.AroundAsync(NewYork.DateOf(moment.Now), cancellationToken).ConfigureAwait(false);
        var acting = ActingMoment.Of(moment, days);
        var options = await OptionsAsync(positions, cancellationToken).ConfigureAwait(false);
        var prices = await stocks.PricesAsync(positions.SelectMany(static position => position.Legs).Select(static leg => leg.Symbol), cancellationToken).ConfigureAwait(false);
        var last = new Dictionary<string, UnderlyingPrice>(StringComparer.Ordinal);
        foreach (var (underlying, price) in prices.Value ?? new Dictionary<string, StockPrice>())
        {
            if (Last(price) is { } known)
            {
                last[underlying] = known;
            }
        }

        var dividends = await DividendsAsync(positions, acting.Session!.Date, days, cancellationToken).ConfigureAwait(false);
        return new MarketView(acting, NewYork.TimeOf(acting.Now), options.Value ?? new Dictionary<string, OptionSnapshot>(), last, dividends, days)
        {
            QuotesFailure = options.Failure ?? prices.Failure,
        };
    }

    // After hours a stock's quote may be as wide as a barn door: a trade is what somebody paid.
    private static UnderlyingPrice? Last(StockPrice price) => price switch
    {
        { LastTrade: > 0 and { } trade, LastTradeAt: { } at } => new UnderlyingPrice(trade, at, UnderlyingPriceSource.LastTrade),
        { Quote: { Bid: > 0, Mid: { } mid } quote } => new UnderlyingPrice(mid, quote.At, UnderlyingPriceSource.Mid),
        _ => null,
    };

    private Task<BrokerRead<IReadOnlyDictionary<string, OptionSnapshot>>> OptionsAsync(
        IReadOnlyCollection<Position> positions, CancellationToken cancellationToken) => market.GetOptionSnapshotsAsync(
            [.. positions.SelectMany(position => position.Structure.ClosingLegs).Where(leg => leg.Contract is not null).Select(leg => leg.Symbol).Distinct()],
            cancellationToken);

    private bool LooksAtTheStock(Position position, DateOnly today) =>
        position.Structure.NearestExpiration == today
        || position.Structure.ClosingLegs.Any(leg => !leg.IsLong || leg.Contract is null)
        || plans.PlanFor(position).UnderlyingMove.Enabled;

    private async Task<IReadOnlyDictionary<string, UnderlyingPrice>> UnderlyingsAsync(
        IReadOnlyCollection<Position> positions, MarketMoment moment, bool withStocks, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, UnderlyingPrice>(StringComparer.Ordinal);
        var wanted = positions
            .Where(position => withStocks || LooksAtTheStock(position, moment.Session!.Date))
            .SelectMany(static position => position.Legs)
            .Select(static leg => leg.Symbol)
            .Distinct()
            .ToList();
        if (wanted.Count == 0)
        {
            return found;
        }

        var prices = await stocks.PricesAsync(wanted, cancellationToken).ConfigureAwait(false);
        if (!prices.Succeeded)
        {
            return found;
        }

        tape.Record(moment.Now, prices.Value);
        foreach (var (symbol, price) in prices.Value)
        {
            LastTrade? trade = price is { LastTrade: { } last, LastTradeAt: { } at } ? new LastTrade(last, at) : null;
            if (UnderlyingPrice.Choose(price.Quote, trade, moment.Now) is { } chosen)
            {
                found[symbol] = chosen;
            }
        }

        return found;
    }

    private async Task<AnnouncedDividends?> DividendsAsync(
        IReadOnlyCollection<Position> positions, DateOnly today, SessionDays days, CancellationToken cancellationToken)
    {
        var wanted = positions
            .Where(position => position.Structure.ClosingLegs.Any(leg => leg is { IsLong: false, Contract.Right: OptionRight.Call }))
            .SelectMany(static position => position.Legs)
            .Select(static leg => leg.Symbol)
            .Distinct()
            .ToList();
        if (wanted.Count == 0)
        {
            return AnnouncedDividends.None;
        }

        if (days.NextAfter(today) is not { } next)
        {
            return null;
        }

        // Ex-dates are sessions; one that is said to fall on a holiday before the next session counts for it too.
        var read = await stocks.DividendsAsync(wanted, today.AddDays(1), next.Date, cancellationToken).ConfigureAwait(false);
        return read.Value;
    }
}
