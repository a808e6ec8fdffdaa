using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Overrides;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Market;

namespace ExitDesk.Engine.Workflows.Overrides;

/// <summary>Takes what expired at its underlying's close of that day: the feed tells it until the close of the session after.</summary>
public sealed class OverrideExpirations(UnderlyingReads stocks, ExchangeCalendar calendar)
{
    /// <summary>Works closes in.</summary>
    /// <param name="expired">Past their expiration, without its close.</param>
    /// <param name="today">In New York.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    /// <returns>As they become, by id. Those whose close is not known are absent: unknown is not zero.</returns>
    public async Task<IReadOnlyDictionary<string, OwnerOverride>> ExpireAsync(
        IReadOnlyCollection<OwnerOverride> expired, DateOnly today, CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, OwnerOverride>(StringComparer.Ordinal);
        if (expired.Count == 0)
        {
            return known;
        }

        var days = await calendar.AroundAsync(today, cancellationToken).ConfigureAwait(false);
        var prices = await stocks.PricesAsync(
            expired.SelectMany(static open => open.Held.Legs).Select(static leg => leg.Symbol).Distinct(), cancellationToken).ConfigureAwait(false);
        if (!prices.Succeeded)
        {
            return known;
        }

        foreach (var open in expired)
        {
            if (days.Sessions.FirstOrDefault(day => day.Date == open.Held.Structure.NearestExpiration) is { } session
                && prices.Value.GetValueOrDefault(open.Held.Underlying) is { } price && CloseOf(session, price) is { } close)
            {
                known[open.Id] = RulesAlone.Expire(open, close, session.CloseAt);
            }
        }

        return known;
    }

    private static decimal? CloseOf(Domain.Sessions.Session session, StockPrice price) =>
        FinalPrice.Of(session, price.Closes, price is { LastTrade: { } last, LastTradeAt: { } at } ? new LastTrade(last, at) : null);
}
