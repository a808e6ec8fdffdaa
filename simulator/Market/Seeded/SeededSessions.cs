namespace ExitDesk.Simulator.Market.Seeded;

/// <summary>Sessions in a row, counted in whole seconds from each open.</summary>
internal sealed class SeededSessions
{
    /// <summary>Seconds of a trading year: 252 full sessions.</summary>
    public const double SecondsOfYear = 252 * 390 * 60;

    public SeededSessions(DateOnly first, int count)
    {
        var days = new List<TradingDay> { TradingCalendar.DayOf(first)! };
        while (days.Count < count)
        {
            days.Add(TradingCalendar.Next(days[^1].Date));
        }

        Days = days;
    }

    public IReadOnlyList<TradingDay> Days { get; }

    /// <summary>Seconds from open to close.</summary>
    public int LengthOf(int session) => (int)(Days[session].Close - Days[session].Open).TotalSeconds;

    public DateTimeOffset InstantOf(int session, int second) => Days[session].Open.AddSeconds(second);

    /// <summary>Session and second of an instant; after the close the last second, until the New York day ends.</summary>
    /// <returns>Null: before the open, or on a day without one.</returns>
    public (int Session, int Second)? Locate(DateTimeOffset at)
    {
        for (var session = Days.Count - 1; session >= 0; session--)
        {
            if (at >= Days[session].Open)
            {
                return at >= Days[session].Close && NewYork.DateOf(at) != Days[session].Date
                    ? null
                    : (session, Math.Min((int)Math.Floor((at - Days[session].Open).TotalSeconds), LengthOf(session)));
            }
        }

        return null;
    }

    /// <summary>Second of a scripted point; null: not a whole second of its session.</summary>
    public int? SecondOf(DriftPoint point)
    {
        if (point.Session < 0 || point.Session >= Days.Count)
        {
            return null;
        }

        var elapsed = NewYork.ToUtc(Days[point.Session].Date, point.At) - Days[point.Session].Open;
        var whole = elapsed.Ticks % TimeSpan.TicksPerSecond == 0;
        return whole && elapsed >= TimeSpan.Zero && elapsed.TotalSeconds <= LengthOf(point.Session)
            ? (int)elapsed.TotalSeconds
            : null;
    }

    /// <summary>Trading seconds from a session's close to the close of an expiration day; null: it has expired before.</summary>
    public double? SecondsAfter(int session, DateOnly expiration)
    {
        var date = Days[session].Date;
        return expiration < date
            ? null
            : TradingCalendar.Between(date.AddDays(1), expiration).Sum(day => (day.Close - day.Open).TotalSeconds);
    }
}
