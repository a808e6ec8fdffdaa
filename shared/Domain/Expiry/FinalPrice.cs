using ExitDesk.Domain.Sessions;

namespace ExitDesk.Domain.Expiry;

/// <summary>The price of a stock by which a contract that expired finished in or out of the money.</summary>
/// <remarks>
/// Exercise goes by the close of the session. What trades after it says nothing, and neither does a quote: an estimate of the price
/// now is asked of <see cref="UnderlyingPrice"/>.
/// </remarks>
public static class FinalPrice
{
    /// <summary>The day's close; without one the last trade, if it was made in that session and none followed; else null: unknown.</summary>
    /// <param name="session">Of the day, and over.</param>
    /// <param name="closes">Of some days, as far as the feed tells them; those that are not above 0 are passed over.</param>
    /// <param name="trade">The last that the feed knows, whenever it was; null if there is none.</param>
    public static decimal? Of(Session session, IEnumerable<DayClose> closes, LastTrade? trade)
    {
        foreach (var close in closes)
        {
            if (close.Day == session.Date && close.Price > 0)
            {
                return close.Price;
            }
        }

        return trade is { Price: > 0 } last && last.At >= session.OpenAt && last.At <= session.CloseAt ? last.Price : null;
    }
}
