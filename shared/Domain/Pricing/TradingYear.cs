using ExitDesk.Domain.Sessions;

namespace ExitDesk.Domain.Pricing;

/// <summary>Time in years, counted in trading minutes: a year is 252 sessions of 390 minutes, and nights and weekends do not count.</summary>
/// <remarks>
/// An hour of an expiration day is then worth what it is to a price, which calendar time hides. Exchange holidays ahead are
/// counted as sessions: the error is the same when a volatility is solved and when it is used, so it nearly cancels.
/// </remarks>
public static class TradingYear
{
    /// <summary>Sessions in a year.</summary>
    public const int Sessions = 252;

    /// <summary>Minutes of a regular session.</summary>
    public const int SessionMinutes = 390;

    /// <summary>Trading minutes of a year: 98,280.</summary>
    public const int Minutes = Sessions * SessionMinutes;

    /// <summary>Trading time in years; none if negative.</summary>
    public static double Of(TimeSpan tradingTime) => Math.Max(tradingTime.TotalMinutes, 0) / Minutes;

    /// <summary>From a moment to the close of an expiration day; none once it has passed.</summary>
    /// <param name="expiration">The exchange day, in New York.</param>
    /// <param name="moment">What is left of today's session counts by the minute, the weekdays after it as whole sessions.</param>
    public static double Until(DateOnly expiration, MarketMoment moment)
    {
        if (moment.Session is not { } session)
        {
            // The next open is in the morning of New York, where the day in UTC is the same.
            var next = DateOnly.FromDateTime(moment.NextOpen.UtcDateTime);
            return Of(TimeSpan.FromMinutes((double)SessionMinutes * Weekdays(next.AddDays(-1), expiration)));
        }

        if (expiration < session.Date)
        {
            return 0;
        }

        var from = moment.Now > session.OpenAt ? moment.Now : session.OpenAt;
        var today = from < session.CloseAt ? session.CloseAt - from : TimeSpan.Zero;
        return Of(today + TimeSpan.FromMinutes((double)SessionMinutes * Weekdays(session.Date, expiration)));
    }

    /// <summary>Mondays to Fridays after one day, up to and with another.</summary>
    private static int Weekdays(DateOnly after, DateOnly upTo) => upTo <= after ? 0 : WeekdaysSinceStart(upTo) - WeekdaysSinceStart(after);

    // Day number 0, 0001-01-01, is a Monday.
    private static int WeekdaysSinceStart(DateOnly day)
    {
        var days = day.DayNumber + 1;
        return (days / 7 * 5) + Math.Min(days % 7, 5);
    }
}
