using ExitDesk.Simulator.Run;
using Xunit;

namespace ExitDesk.Simulator.Tests.Run;

public sealed class ScheduleTests
{
    private static readonly DateTimeOffset Minute = new(2026, 11, 18, 14, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 15)]
    [InlineData(1, 15)]
    [InlineData(14.999, 15)]
    [InlineData(15, 30)]
    [InlineData(59, 60)]
    public void WhenAskedForTheNext_AnswersTheNextQuarterOfAMinute(double after, double expected) =>
        Assert.Equal(Minute.AddSeconds(expected), Schedule.Next(Minute.AddSeconds(after)));

    [Fact]
    public void WhenSweepsComeEachSecond_SyncAndSettlementKeepTheirMinute()
    {
        var minute = Enumerable.Range(0, 60).Select(second => Minute.AddSeconds(second)).ToList();

        Assert.All(minute, at => Assert.Equal(at.AddSeconds(1), Schedule.Next(at, sweepSeconds: 1)));
        Assert.All(minute, at => Assert.Equal(Schedule.Sweep, Schedule.DueAt(at, sweepSeconds: 1)[^1]));
        Assert.Equal([Minute], minute.Where(at => Schedule.DueAt(at, sweepSeconds: 1).Contains(Schedule.Sync)));
        Assert.Equal([Minute.AddSeconds(30)], minute.Where(at => Schedule.DueAt(at, sweepSeconds: 1).Contains(Schedule.Settle)));
    }

    [Fact]
    public void WhenAMinutePasses_RunsEachTimerOnItsOwnBeat()
    {
        Assert.Equal([Schedule.Sync, Schedule.Sweep], Schedule.DueAt(Minute));
        Assert.Equal([Schedule.Sweep], Schedule.DueAt(Minute.AddSeconds(15)));
        Assert.Equal([Schedule.Settle, Schedule.Sweep], Schedule.DueAt(Minute.AddSeconds(30)));
        Assert.Equal([Schedule.Sweep], Schedule.DueAt(Minute.AddSeconds(45)));
        Assert.Empty(Schedule.DueAt(Minute.AddSeconds(44)));
        Assert.Empty(Schedule.DueAt(Minute.AddMilliseconds(1)));
    }
}
