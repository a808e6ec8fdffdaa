using ExitDesk.Domain.Pricing;
using ExitDesk.Domain.Sessions;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Pricing;

public sealed class TradingYearTests
{
    /// <summary>Wednesday.</summary>
    private static readonly DateOnly Today = SampleSession.Day;

    [Fact]
    public void WhenAYearIsCounted_ItHas98280Minutes()
    {
        Assert.Equal(98_280, TradingYear.Minutes);
        Assert.Equal(1, TradingYear.Of(TimeSpan.FromMinutes(98_280)));
        Assert.Equal(0, TradingYear.Of(TimeSpan.FromMinutes(-1)));
    }

    /// <summary>Minutes from noon, four hours before the close; the holiday on Friday counts as a session.</summary>
    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 240)]
    [InlineData(1, 240 + 390)]
    [InlineData(2, 240 + 780)]
    [InlineData(3, 240 + 780)]
    [InlineData(4, 240 + 780)]
    [InlineData(5, 240 + 1_170)]
    [InlineData(7, 240 + 1_950)]
    [InlineData(364, 240 + (260 * 390))]
    public void WhenAnExpirationIsAhead_WeekdaysCountWhole(int days, int minutes) =>
        Assert.Equal(minutes, TradingYear.Until(Today.AddDays(days), SampleSession.Later(0)) * 98_280, 1e-6);

    [Theory]
    [InlineData(-60, 390)]
    [InlineData(0, 390)]
    [InlineData(1, 389)]
    [InlineData(389, 1)]
    [InlineData(390, 0)]
    [InlineData(450, 0)]
    public void WhenTheSessionRuns_OnlyItsRestCounts(int minutesAfterOpen, int expected) =>
        Assert.Equal(expected, TradingYear.Until(Today, SampleSession.At(SampleSession.OpenAt.AddMinutes(minutesAfterOpen))) * 98_280, 1e-6);

    [Theory]
    [InlineData(25, 0)]
    [InlineData(27, 0)]
    [InlineData(28, 390)]
    [InlineData(29, 780)]
    public void WhenThereIsNoSessionToday_TheNextOneIsTheFirst(int december, int expected)
    {
        var saturday = new MarketMoment(
            new DateTimeOffset(2015, 12, 26, 15, 0, 0, TimeSpan.Zero), false, new DateTimeOffset(2015, 12, 28, 14, 30, 0, TimeSpan.Zero), null);

        Assert.Equal(expected, TradingYear.Until(new DateOnly(2015, 12, december), saturday) * 98_280, 1e-6);
    }
}
