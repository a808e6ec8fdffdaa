namespace ExitDesk.Domain.Sessions;

/// <summary>The exchange's days around today, to count with. Immutable.</summary>
/// <param name="sessions">Ascending, without gaps in what they cover.</param>
public sealed class SessionDays(IReadOnlyList<Session> sessions)
{
    private readonly DateOnly[] _dates = [.. sessions.Select(session => session.Date)];

    public IReadOnlyList<Session> Sessions => sessions;

    /// <summary>Sessions after one day up to another, the latter included; beyond what is covered every weekday counts as one.</summary>
    /// <returns>0 or more.</returns>
    public int Count(DateOnly after, DateOnly upTo)
    {
        if (upTo <= after)
        {
            return 0;
        }

        if (_dates.Length == 0)
        {
            return Weekdays(after, upTo);
        }

        var before = after < _dates[0] ? Weekdays(after, upTo < _dates[0] ? upTo : _dates[0].AddDays(-1)) : 0;
        var beyond = upTo > _dates[^1] ? Weekdays(after > _dates[^1] ? after : _dates[^1], upTo) : 0;
        return before + IndexAfter(upTo) - IndexAfter(after) + beyond;
    }

    /// <summary>The first session after a day; null if it is not covered.</summary>
    public Session? NextAfter(DateOnly day) => IndexAfter(day) is var index && index < sessions.Count ? sessions[index] : null;

    /// <summary>Sessions from a day on, today's included.</summary>
    public IReadOnlyList<Session> From(DateOnly day) => [.. sessions.Skip(IndexAfter(day.AddDays(-1)))];

    /// <summary>Minutes of open market between two instants, whole ones, as far as is covered; null if it begins before that.</summary>
    public int? TradingMinutes(DateTimeOffset from, DateTimeOffset to)
    {
        if (sessions.Count == 0 || from < sessions[0].OpenAt)
        {
            return null;
        }

        var open = TimeSpan.Zero;
        for (var i = FirstEndingAfter(from); i < sessions.Count && sessions[i].OpenAt < to; i++)
        {
            var session = sessions[i];
            open += (session.CloseAt < to ? session.CloseAt : to) - (session.OpenAt > from ? session.OpenAt : from);
        }

        return (int)open.TotalMinutes;
    }

    /// <summary>The day in New York of an instant at which the market was open; null at any other, and beyond what is covered.</summary>
    public DateOnly? DateAt(DateTimeOffset instant) =>
        FirstEndingAfter(instant) is var index && index < sessions.Count && sessions[index].OpenAt <= instant ? sessions[index].Date : null;

    // A sweep asks for every position: halved, not walked, through a year and more of sessions.
    private int FirstEndingAfter(DateTimeOffset instant)
    {
        var (low, high) = (0, sessions.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sessions[middle].CloseAt > instant ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private int IndexAfter(DateOnly day) => Array.BinarySearch(_dates, day) is var found && found >= 0 ? found + 1 : ~found;

    private static int Weekdays(DateOnly after, DateOnly upTo)
    {
        var days = upTo.DayNumber - after.DayNumber;
        var whole = days / 7 * 5;
        for (var day = after.AddDays(days / 7 * 7 + 1); day <= upTo; day = day.AddDays(1))
        {
            whole += day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return whole;
    }
}
