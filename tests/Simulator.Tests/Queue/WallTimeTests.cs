using ExitDesk.Simulator.Queue;
using ExitDesk.Simulator.Time;
using Xunit;

namespace ExitDesk.Simulator.Tests.Queue;

public sealed class WallTimeTests
{
    private static readonly DateTimeOffset Wall = new(2026, 11, 20, 9, 0, 0, 250, TimeSpan.Zero);

    [Theory]
    [InlineData(5.0, 5)]
    [InlineData(4.6, 5)]
    [InlineData(4.5, 5)]
    [InlineData(4.4, 4)]
    [InlineData(0.4, 0)]
    [InlineData(-3.0, 0)]
    public void WhenAnInstantIsStated_TheDelayIsInWholeSecondsAndNotNegative(double statedSecondsAhead, double expectedSeconds)
    {
        var time = new WallTime(new MarketClock(QueueDay.Open), new StoppedTime(Wall), speed: 60);

        Assert.Equal(TimeSpan.FromSeconds(expectedSeconds), time.DelayUntil(Wall + TimeSpan.FromSeconds(statedSecondsAhead)));
    }

    [Theory]
    [InlineData(1, 60)]
    [InlineData(60, 1)]
    public void WhenTheMarketIsFaster_ItsInstantsAreNearerOnTheWall(double speed, double expectedSeconds)
    {
        var time = new WallTime(new MarketClock(QueueDay.Open), new StoppedTime(Wall), speed);

        Assert.Equal(Wall + TimeSpan.FromSeconds(expectedSeconds), time.Of(QueueDay.Open + TimeSpan.FromMinutes(1)));
        Assert.Equal(Wall - TimeSpan.FromSeconds(expectedSeconds), time.Of(QueueDay.Open - TimeSpan.FromMinutes(1)));
    }

    private sealed class StoppedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
