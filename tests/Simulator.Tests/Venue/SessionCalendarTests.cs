using ExitDesk.Simulator.Venue;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.VenueBench;

namespace ExitDesk.Simulator.Tests.Venue;

public sealed class SessionCalendarTests
{
    private readonly SessionCalendar _calendar = new(new FixedMarket().Days);

    [Fact]
    public void WhenInSession_TheEdgesAreOpenAndExclusive()
    {
        Assert.False(_calendar.IsOpen(At(9, 29, 59)));
        Assert.True(_calendar.IsOpen(At(9, 30)));
        Assert.True(_calendar.IsOpen(At(15, 59, 59)));
        Assert.False(_calendar.IsOpen(At(16)));
        Assert.False(_calendar.IsOpen(At(13, day: 27)));
    }

    [Fact]
    public void WhenAskedWhatComesNext_UncoveredDaysInsideTheRangeAreClosed()
    {
        Assert.Equal(At(9, 30, day: 23), _calendar.NextOpening(At(10)).Open);
        Assert.Equal(At(9, 30, day: 27), _calendar.NextOpening(At(16, day: 23)).Open);
        Assert.Equal(At(13, day: 27), _calendar.NextClosing(At(10, day: 27)).Close);
        Assert.Equal(At(9, 30, day: 30), _calendar.NextOpening(At(14, day: 27)).Open);
    }

    [Theory]
    [InlineData("2015-12-25")]
    [InlineData("2021-12-24")]
    [InlineData("2023-01-02")]
    [InlineData("2024-01-15")]
    [InlineData("2024-02-19")]
    [InlineData("2024-03-29")]
    [InlineData("2024-05-27")]
    [InlineData("2024-06-19")]
    [InlineData("2020-07-03")]
    [InlineData("2024-09-02")]
    [InlineData("2024-11-28")]
    [InlineData("2024-11-30")]
    public void WhenTheExchangeIsClosed_ThereIsNoSession(string day) =>
        Assert.Null(_calendar.Session(DateOnly.Parse(day, null)));

    [Theory]
    [InlineData("2021-12-31")]
    [InlineData("2014-06-19")]
    [InlineData("2014-06-06")]
    [InlineData("2024-03-28")]
    public void WhenAnOrdinaryWeekday_ThereIsASession(string day) =>
        Assert.NotNull(_calendar.Session(DateOnly.Parse(day, null)));
}
