using ExitDesk.Domain.Closing;
using Xunit;

namespace ExitDesk.Domain.Tests.Closing;

public sealed class CloseLimitsTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 16)]
    [InlineData(6, 30)]
    [InlineData(int.MaxValue, 30)]
    public void WhenFailuresGrow_PausesDoubleUpToHalfAMinute(int failures, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), CloseLimits.Pause(failures));
}
