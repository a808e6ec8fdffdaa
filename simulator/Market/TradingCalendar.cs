namespace ExitDesk.Simulator.Market;

/// <summary>Regular sessions of the New York exchanges, computed by rule.</summary>
/// <remarks>Rules and sources are named at the holidays. Checked for 2013 to 2030; later years follow the same rules.</remarks>
public static class TradingCalendar
{
    /// <summary>First day the rules hold for.</summary>
    public static readonly DateOnly First = new(2013, 1, 1);

    private static readonly TimeOnly Open = new(9, 30);
    private static readonly TimeOnly Close = new(16, 0);
    private static readonly TimeOnly EarlyClose = new(13, 0);

    /// <summary>The session of a New York day.</summary>
    /// <returns>Null on weekends and holidays.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The day is before <see cref="First"/>.</exception>
    public static TradingDay? DayOf(DateOnly date)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(date, First);
        if (ExchangeHolidays.IsClosed(date))
        {
            return null;
        }

        var close = ExchangeHolidays.ClosesEarly(date) ? EarlyClose : Close;
        return new TradingDay(date, NewYork.ToUtc(date, Open), NewYork.ToUtc(date, close));
    }

    /// <summary>The first session after a day.</summary>
    public static TradingDay Next(DateOnly date)
    {
        for (var day = date.AddDays(1); ; day = day.AddDays(1))
        {
            if (DayOf(day) is { } session)
            {
                return session;
            }
        }
    }

    /// <summary>Sessions from one day to another, both included, ascending.</summary>
    public static IEnumerable<TradingDay> Between(DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            if (DayOf(day) is { } session)
            {
                yield return session;
            }
        }
    }
}
