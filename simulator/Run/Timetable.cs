using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Scenarios;

namespace ExitDesk.Simulator.Run;

/// <summary>When the function app's timers are run: all session long, and a few times in each night, which is jumped over otherwise.</summary>
/// <remarks>
/// In Azure the timers run all night; what they could find then is what these looks show them: the market closed, the day's expirations
/// settled, the owner asleep, and in the morning what was exercised, assigned or expired, which the history shows from 06:00 on.
/// </remarks>
public sealed class Timetable
{
    /// <summary>How long before an open the timers are run without a break.</summary>
    public static readonly TimeSpan Lead = TimeSpan.FromMinutes(1);

    /// <summary>How long after a close they go on: questions lapse, receipts arrive, expired contracts leave the account.</summary>
    public static readonly TimeSpan Tail = TimeSpan.FromMinutes(3);

    // A whole minute and its both ends: each timer runs at least once.
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan[] AfterClose = [TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(60)];
    private static readonly TimeSpan BeforeOpen = TimeSpan.FromHours(1);
    private static readonly TimeOnly HistoryIsThere = new(6, 5);

    private readonly IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> _stretches;

    private readonly int _sweepSeconds;

    private Timetable(IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> stretches, int sweepSeconds) =>
        (_stretches, _sweepSeconds) = (stretches, sweepSeconds);

    /// <summary>First instant, UTC.</summary>
    public DateTimeOffset Start => _stretches[0].From;

    /// <summary>Last instant, UTC.</summary>
    public DateTimeOffset End => _stretches[^1].To;

    /// <param name="scenario">Whose days are played.</param>
    /// <param name="sweepSeconds">From one sweep to the next: a divisor of 30.</param>
    public static Timetable Of(Scenario scenario, int sweepSeconds = Schedule.Recommended)
    {
        var stretches = new List<(DateTimeOffset From, DateTimeOffset To)>();
        foreach (var day in scenario.Days)
        {
            if (stretches.Count > 0)
            {
                stretches.Add((day.Open - BeforeOpen, day.Open - BeforeOpen + Look));
            }

            stretches.Add((day.Open - Lead, day.Close + Tail));
            if (day != scenario.Days[^1] || scenario.HasMorningAfter)
            {
                stretches.AddRange(AfterClose.Select(after => (day.Close + after, day.Close + after + Look)));
                var morning = NewYork.ToUtc(day.Date.AddDays(1), HistoryIsThere);
                stretches.Add((morning, morning + Look));
            }
        }

        return new Timetable(stretches, sweepSeconds);
    }

    /// <summary>The first instant after another at which anything is due. Before the start and after the end the timers run all the time.</summary>
    public DateTimeOffset Next(DateTimeOffset after)
    {
        var beat = Schedule.Next(after, _sweepSeconds);
        if (beat < Start || beat > End)
        {
            return beat;
        }

        var stretch = _stretches.First(stretch => beat <= stretch.To);
        return beat > stretch.From ? beat : stretch.From;
    }

    /// <summary>What is due at an instant, in the order in which it is run.</summary>
    public IReadOnlyList<string> DueAt(DateTimeOffset at) => Schedule.DueAt(at, _sweepSeconds);

    /// <summary>How often a timer is run from the start to the end.</summary>
    public int CountOf(string timer)
    {
        var count = 0;
        for (var at = Start; at <= End; at = Next(at))
        {
            count += DueAt(at).Contains(timer) ? 1 : 0;
            if (at == End)
            {
                break;
            }
        }

        return count;
    }

    /// <summary>True if nothing is to be seen between two instants: the clock jumps there at any speed.</summary>
    public bool IsJump(DateTimeOffset from, DateTimeOffset to) =>
        _stretches.Zip(_stretches.Skip(1)).Any(pair => from >= pair.First.To && to <= pair.Second.From && from < to);
}
