using ExitDesk.Simulator.Terminal;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.VenueBench;

namespace ExitDesk.Simulator.Tests.Terminal;

public sealed class DeadlineClockTests
{
    [Theory]
    [InlineData(13, 59, 59, "T-1:00 h")]
    [InlineData(14, 0, 0, "T-1:00 h")]
    [InlineData(14, 0, 1, "T-59:59")]
    [InlineData(14, 58, 0, "T-2:00")]
    [InlineData(15, 0, 0, "past 0:00")]
    [InlineData(15, 0, 1, "past 0:01")]
    [InlineData(16, 30, 0, "past 1:30 h")]
    public void WhenTheDeadlineNears_TheTimeLeftIsToldToTheSecond(int hour, int minute, int second, string expected) =>
        Assert.Equal(expected, DeadlineClock.Words(At(15), At(hour, minute, second)));

    [Fact]
    public void WhenNothingExpires_NothingIsTold() => Assert.Equal("", DeadlineClock.Words(null, At(15)));
}
