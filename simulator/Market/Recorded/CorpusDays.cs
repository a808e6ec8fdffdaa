using System.Globalization;

namespace ExitDesk.Simulator.Market.Recorded;

/// <summary>The days wanted, on one scale of seconds from the start of the first.</summary>
internal sealed class CorpusDays
{
    private const int SecondsOfDay = 24 * 60 * 60;

    private readonly int[] _starts;

    private CorpusDays(IReadOnlyList<TradingDay> sessions)
    {
        Sessions = sessions;
        Start = NewYork.StartOf(sessions[0].Date);
        _starts = [.. sessions.Select(day => (int)(NewYork.StartOf(day.Date) - Start).TotalSeconds)];
    }

    /// <summary>Sessions, ascending.</summary>
    public IReadOnlyList<TradingDay> Sessions { get; }

    /// <summary>The instant that seconds are counted from.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>Checks the days asked for; null after telling what is wrong with them.</summary>
    public static CorpusDays? Of(RecordedSource source, CorpusProblems problems)
    {
        var sessions = new List<TradingDay>();
        foreach (var date in source.Dates.Distinct().Order())
        {
            if (date >= TradingCalendar.First && TradingCalendar.DayOf(date) is { } session)
            {
                sessions.Add(session);
            }
            else
            {
                problems.Add(source.Folder, $"{date:yyyy-MM-dd} is no trading day",
                    $"name a New York trading day from {TradingCalendar.First:yyyy-MM-dd} on");
            }
        }

        if (source.Dates.Count == 0)
        {
            problems.Add(source.Folder, "no day was asked for", "name at least one, as yyyy-MM-dd");
        }

        return sessions.Count > 0 ? new CorpusDays(sessions) : null;
    }

    /// <summary>Seconds at which a day starts.</summary>
    public int StartOf(int day) => _starts[day];

    /// <summary>Second by which every bar of a day has been published.</summary>
    public int EndOf(int day) => _starts[day] + SecondsOfDay;

    /// <summary>The start of the day an instant falls on, and the second of the instant.</summary>
    /// <returns>False: it falls on none of the days.</returns>
    public bool TryLocate(DateTimeOffset at, out int dayStart, out int second)
    {
        (dayStart, second) = (0, 0);
        var seconds = Math.Floor((at - Start).TotalSeconds);
        if (seconds is < 0 or > int.MaxValue)
        {
            return false;
        }

        second = (int)seconds;
        var day = QuoteSeries.LastAtOrBefore(_starts, second);
        dayStart = _starts[day];
        return NewYork.DateOf(at) == Sessions[day].Date;
    }

    /// <summary>The clock of a minute file of one day.</summary>
    public BarClock MinuteClock(int day) => BarClocks.Minute(day, _starts[day]);

    /// <summary>The clock of an hour file, which knows all days.</summary>
    public BarClock HourClock() => BarClocks.Hour(Sessions
        .Select((session, day) => (session.Date, Day: day))
        .ToDictionary(
            known => int.Parse(FileDate(known.Date), CultureInfo.InvariantCulture),
            known => (known.Day, _starts[known.Day])));

    /// <summary>A day as file names write it.</summary>
    public static string FileDate(DateOnly date) => date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
