using ExitDesk.Simulator.Market;
using Xunit;

namespace ExitDesk.Simulator.Tests.Market;

/// <summary>Expected days are the ones published at nyse.com/markets/hours-calendars and in the yearly notices before.</summary>
public sealed class TradingCalendarTests
{
    [Theory]
    [InlineData(2013, "01-01 01-21 02-18 03-29 05-27 07-04 09-02 11-28 12-25")]
    [InlineData(2014, "01-01 01-20 02-17 04-18 05-26 07-04 09-01 11-27 12-25")]
    [InlineData(2015, "01-01 01-19 02-16 04-03 05-25 07-03 09-07 11-26 12-25")]
    [InlineData(2018, "01-01 01-15 02-19 03-30 05-28 07-04 09-03 11-22 12-05 12-25")]
    [InlineData(2021, "01-01 01-18 02-15 04-02 05-31 07-05 09-06 11-25 12-24")]
    [InlineData(2022, "01-17 02-21 04-15 05-30 06-20 07-04 09-05 11-24 12-26")]
    [InlineData(2023, "01-02 01-16 02-20 04-07 05-29 06-19 07-04 09-04 11-23 12-25")]
    [InlineData(2024, "01-01 01-15 02-19 03-29 05-27 06-19 07-04 09-02 11-28 12-25")]
    [InlineData(2025, "01-01 01-09 01-20 02-17 04-18 05-26 06-19 07-04 09-01 11-27 12-25")]
    [InlineData(2026, "01-01 01-19 02-16 04-03 05-25 06-19 07-03 09-07 11-26 12-25")]
    [InlineData(2027, "01-01 01-18 02-15 03-26 05-31 06-18 07-05 09-06 11-25 12-24")]
    [InlineData(2028, "01-17 02-21 04-14 05-29 06-19 07-04 09-04 11-23 12-25")]
    public void WhenAYearIsPublished_TheClosedWeekdaysAreThose(int year, string expected)
    {
        var closed = EachDay(year)
            .Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            .Where(day => TradingCalendar.DayOf(day) is null);

        Assert.Equal(expected, string.Join(' ', closed.Select(day => day.ToString("MM-dd"))));
    }

    [Theory]
    [InlineData(2013, "07-03 11-29 12-24")]
    [InlineData(2014, "07-03 11-28 12-24")]
    [InlineData(2015, "11-27 12-24")]
    [InlineData(2020, "11-27 12-24")]
    [InlineData(2021, "11-26")]
    [InlineData(2022, "11-25")]
    [InlineData(2023, "07-03 11-24")]
    [InlineData(2024, "07-03 11-29 12-24")]
    [InlineData(2025, "07-03 11-28 12-24")]
    [InlineData(2026, "11-27 12-24")]
    [InlineData(2027, "11-26")]
    [InlineData(2028, "07-03 11-24")]
    public void WhenAYearIsPublished_TheEarlyClosesAreThose(int year, string expected)
    {
        var early = EachDay(year)
            .Select(TradingCalendar.DayOf)
            .Where(session => session is not null && NewYork.TimeOf(session.Close) == new TimeOnly(13, 0));

        Assert.Equal(expected, string.Join(' ', early.Select(session => session!.Date.ToString("MM-dd"))));
    }

    [Theory]
    [InlineData(2013, 252)]
    [InlineData(2016, 252)]
    [InlineData(2017, 251)]
    [InlineData(2018, 251)]
    [InlineData(2022, 251)]
    [InlineData(2023, 250)]
    [InlineData(2025, 250)]
    public void WhenAYearIsCounted_ItHasThePublishedNumberOfSessions(int year, int sessions) =>
        Assert.Equal(sessions, TradingCalendar.Between(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)).Count());

    [Fact]
    public void WhenItIsChristmasEve2015_TheSessionEndsAtThirteenHours()
    {
        var day = TradingCalendar.DayOf(new DateOnly(2015, 12, 24))!;

        Assert.Equal(DateTimeOffset.Parse("2015-12-24T14:30:00Z"), day.Open);
        Assert.Equal(DateTimeOffset.Parse("2015-12-24T18:00:00Z"), day.Close);
    }

    [Fact]
    public void WhenALongWeekendFollows_TheNextSessionIsAfterIt() =>
        Assert.Equal(new DateOnly(2015, 12, 28), TradingCalendar.Next(new DateOnly(2015, 12, 24)).Date);

    [Fact]
    public void WhenADayIsBeforeTheRules_ItIsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TradingCalendar.DayOf(new DateOnly(2012, 12, 31)));

    private static IEnumerable<DateOnly> EachDay(int year)
    {
        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
        {
            yield return day;
        }
    }
}
