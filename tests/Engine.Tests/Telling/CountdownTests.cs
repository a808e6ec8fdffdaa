using ExitDesk.Engine.Telling;
using Xunit;

namespace ExitDesk.Engine.Tests.Telling;

public sealed class CountdownTests
{
    [Theory]
    [InlineData(-5, "0 s")]
    [InlineData(59, "59 s")]
    [InlineData(60, "1 min")]
    [InlineData(3599, "59 min")]
    [InlineData(3600, "1 h 0 min")]
    [InlineData(86399, "23 h 59 min")]
    [InlineData(86400 + 7200, "1 d 2 h")]
    public void WhenSaid_TheTwoLargestUnitsAreTold(int seconds, string said) => Assert.Equal(said, Countdown.Of(TimeSpan.FromSeconds(seconds)));
}
