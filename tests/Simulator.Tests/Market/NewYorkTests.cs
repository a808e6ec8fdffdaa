using ExitDesk.Simulator.Market;
using Xunit;

namespace ExitDesk.Simulator.Tests.Market;

public sealed class NewYorkTests
{
    [Theory]
    [InlineData("2015-03-06", "2015-03-06T14:30:00Z")] // Friday before the clocks go forward
    [InlineData("2015-03-09", "2015-03-09T13:30:00Z")]
    [InlineData("2015-10-30", "2015-10-30T13:30:00Z")] // Friday before they go back
    [InlineData("2015-11-02", "2015-11-02T14:30:00Z")]
    public void WhenTheClocksChange_TheOpenMovesAgainstUtc(string date, string open)
    {
        var at = NewYork.ToUtc(Day(date), new TimeOnly(9, 30));

        Assert.Equal(DateTimeOffset.Parse(open), at);
        Assert.Equal(TimeSpan.Zero, at.Offset);
        Assert.Equal(Day(date), NewYork.DateOf(at));
        Assert.Equal(new TimeOnly(9, 30), NewYork.TimeOf(at));
    }

    [Fact]
    public void WhenATimeIsSkippedInSpring_ItMovesAnHourOn() =>
        Assert.Equal(DateTimeOffset.Parse("2015-03-08T07:30:00Z"), NewYork.ToUtc(Day("2015-03-08"), new TimeOnly(2, 30)));

    [Fact]
    public void WhenATimeIsRepeatedInAutumn_TheFirstIsMeant() =>
        Assert.Equal(DateTimeOffset.Parse("2015-11-01T05:30:00Z"), NewYork.ToUtc(Day("2015-11-01"), new TimeOnly(1, 30)));

    [Fact]
    public void WhenItIsEveningInNewYork_TheUtcDayIsNotTheDay() =>
        Assert.Equal(Day("2015-12-23"), NewYork.DateOf(DateTimeOffset.Parse("2015-12-24T04:59:59Z")));

    private static DateOnly Day(string date) => DateOnly.Parse(date);
}
