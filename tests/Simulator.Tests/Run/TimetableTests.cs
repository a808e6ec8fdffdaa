using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Run;
using ExitDesk.Simulator.Scenarios;
using Xunit;

namespace ExitDesk.Simulator.Tests.Run;

public sealed class TimetableTests
{
    [Fact]
    public void WhenOneDayIsPlayed_TheTimersRunFromAMinuteBeforeTheOpenToThreeAfterTheClose()
    {
        var table = Timetable.Of(FirstDay.Create(1));

        Assert.Equal((At(18, 9, 29), At(18, 16, 3)), (table.Start, table.End));
        for (var at = table.Start; at < table.End; at = table.Next(at))
        {
            Assert.Equal(Schedule.Next(at), table.Next(at));
        }
    }

    [Fact]
    public void WhenANightIsPlayed_TheTimersRunAfterTheCloseInTheMorningAndBeforeTheOpen()
    {
        var table = Timetable.Of(FirstDay.Create(1, days: 2));

        Assert.Equal(At(19, 16, 3), table.End);
        Assert.Equal(
            [At(18, 16, 3), At(18, 16, 5), At(18, 16, 6), At(18, 16, 15), At(18, 16, 16), At(18, 17, 0), At(18, 17, 1), At(19, 6, 5), At(19, 6, 6), At(19, 8, 30), At(19, 8, 31), At(19, 9, 29)],
            Beats(table, At(18, 16, 2, 45), At(19, 9, 29)).Where(at => at.Second == 0));
    }

    [Fact]
    public void WhenAWeekendComes_ItIsJumpedOver()
    {
        var table = Timetable.Of(FirstDay.Create(1, days: 4));

        Assert.Equal([18, 19, 20, 23], FirstDay.Create(1, days: 4).Days.Select(day => day.Date.Day));
        Assert.Equal([20, 21, 23], Beats(table, At(20, 12), At(23, 9, 29)).Select(at => NewYork.DateOf(at).Day).Distinct());
    }

    [Fact]
    public void WhenSomethingExpiresOnTheLastDay_TheMorningAfterIsPlayed()
    {
        var scenario = FirstDay.Create(1);
        var expiring = scenario.Market.Contracts[0].Symbol;
        var spec = scenario with { Days = [TradingCalendar.DayOf(new DateOnly(2026, 12, 18))!], Openings = [new Opening(expiring, 1, At(18, 10), 1m)] };

        Assert.True(spec.HasMorningAfter);
        Assert.Equal(NewYork.ToUtc(new DateOnly(2026, 12, 19), new TimeOnly(6, 6)), Timetable.Of(spec).End);
        Assert.False(scenario.HasMorningAfter);
        Assert.Equal(At(19, 6, 6), Timetable.Of(scenario with { EndsInTheMorning = true }).End);
    }

    [Theory]
    [InlineData(16, 3, 0, 5, true)]
    [InlineData(16, 2, 59, 5, false)]
    [InlineData(16, 3, 30, 5, true)]
    [InlineData(16, 5, 0, 6, false)]
    [InlineData(12, 0, 0, 5, false)]
    public void WhenNothingIsDueInBetween_TheClockJumps(int hour, int minute, int second, int toMinute, bool jumps) =>
        Assert.Equal(jumps, Timetable.Of(FirstDay.Create(1, days: 2)).IsJump(At(18, hour, minute, second), At(18, 16, toMinute)));

    [Theory]
    [InlineData(15, 1577)]
    [InlineData(1, 23_641)]
    public void WhenSweepsAreCounted_BothEndsOfTheDayAreAmongThem(int sweepSeconds, int sweeps) =>
        Assert.Equal(sweeps, Timetable.Of(FirstDay.Create(1), sweepSeconds).CountOf(Schedule.Sweep));

    [Fact]
    public void WhenTheRunIsOver_TheTimersGoOnAsUsual()
    {
        var table = Timetable.Of(FirstDay.Create(1));

        Assert.Equal(At(18, 16, 3, 15), table.Next(table.End));
        Assert.Equal(At(18, 9, 0, 15), table.Next(At(18, 9)));
    }

    private static IEnumerable<DateTimeOffset> Beats(Timetable table, DateTimeOffset after, DateTimeOffset until)
    {
        for (var at = table.Next(after); at <= until; at = table.Next(at))
        {
            yield return at;
        }
    }

    private static DateTimeOffset At(int day, int hour, int minute = 0, int second = 0) =>
        NewYork.ToUtc(new DateOnly(2026, 11, day), new TimeOnly(hour, minute, second));
}
