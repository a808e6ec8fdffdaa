using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Sessions;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Exits;

/// <summary>What "why" says of the rules that time fires: at noon of Wednesday, 2015-12-23.</summary>
public sealed class TimeReadingTests
{
    // Thursday closes at 13:00 in New York; Friday is a holiday.
    private static readonly Session[] Upcoming =
    [
        new(SampleSession.Day, SampleSession.OpenAt, SampleSession.CloseAt),
        new(SampleSession.Day.AddDays(1), SampleSession.OpenAt.AddDays(1), SampleSession.CloseAt.AddDays(1).AddHours(-3)),
        new(SampleSession.Day.AddDays(5), SampleSession.OpenAt.AddDays(5), SampleSession.CloseAt.AddDays(5)),
        new(SampleSession.Day.AddDays(6), SampleSession.OpenAt.AddDays(6), SampleSession.CloseAt.AddDays(6)),
    ];

    private static RuleReading Read(ExitReason rule, Func<TimingFacts, TimingFacts> change, ExitPlan? plan = null) => ExitExplanation
        .Read(Snapshots.Long(2, 1.80m) with { Timing = change(Snapshots.Timing) }, plan ?? new ExitPlan(), default, Upcoming)
        .Single(reading => reading.Rule == rule);

    [Fact]
    public void WhenADayTradeIsRead_MinutesToTheLastExitCount()
    {
        var plan = new ExitPlan { DayTradeClose = new DayTradeClosePlan { Enabled = true } };

        var noon = Read(ExitReason.DayTradeClose, timing => timing, plan);
        var late = Read(ExitReason.DayTradeClose, timing => timing with { Now = SampleSession.CloseAt.AddMinutes(-4), NewYorkTime = new TimeOnly(15, 56) }, plan);

        Assert.Equal((240m, 5m), (noon.Value, noon.Threshold));
        Assert.Equal((SampleSession.CloseAt.AddMinutes(-5), new TimeSpan(3, 55, 0)), (noon.FiresAtTime, noon.TimeLeft));
        Assert.Equal((DecisionKind.Close, TimeSpan.Zero), (late.Decision.Kind, late.TimeLeft));
    }

    [Fact]
    public void WhenNobodySaidWhatTimeItIs_NoTimeIsRead()
    {
        var reading = Read(ExitReason.DayTradeClose, _ => default, new ExitPlan { DayTradeClose = new DayTradeClosePlan { Enabled = true } });

        Assert.Equal((DecisionKind.Undecided, null, null, null), (reading.Decision.Kind, reading.Value, reading.Threshold, reading.FiresAtTime));
    }

    [Theory]
    [InlineData(3, 10, 2)]
    [InlineData(2, null, 1)]
    [InlineData(1, 10, 0)]
    [InlineData(0, 10, 0)]
    [InlineData(5, 10, null)] // beyond the sessions that are known
    [InlineData(3, 1, null)] // opened in its last days: never
    [InlineData(null, null, null)]
    public void WhenTradingDaysAreRead_TheFiringSessionsOpenIsNamed(int? left, int? atEntry, int? session)
    {
        var reading = Read(ExitReason.ExpirationRisk, timing => timing with { TradingDaysLeft = left, TradingDaysAtEntry = atEntry });

        Assert.Equal((left, 1m), (reading.Value, reading.Threshold));
        Assert.Equal(session is { } index ? Upcoming[index].OpenAt : null, reading.FiresAtTime);
    }

    [Theory]
    [InlineData(21, 45, 0)]
    [InlineData(22, 45, 1)]
    [InlineData(23, 45, 2)] // a holiday, then the weekend: Monday
    [InlineData(26, null, 2)]
    [InlineData(27, 45, 3)]
    [InlineData(28, 45, null)]
    [InlineData(23, 21, null)]
    [InlineData(null, null, null)]
    public void WhenCalendarDaysAreRead_TheFirstOpenFromThatDayIsNamed(int? left, int? atEntry, int? session)
    {
        var reading = Read(ExitReason.DaysToExpiration, timing => timing with { DaysLeft = left, DaysAtEntry = atEntry });

        Assert.Equal((left, 21m), (reading.Value, reading.Threshold));
        Assert.Equal(session is { } index ? Upcoming[index].OpenAt : null, reading.FiresAtTime);
    }

    [Theory]
    [InlineData(30, 0)]
    [InlineData(29, 1)]
    [InlineData(28, 2)]
    [InlineData(23, null)]
    [InlineData(null, null)]
    public void WhenDaysHeldAreRead_TheFirstOpenFromThatDayIsNamed(int? held, int? session)
    {
        var reading = Read(
            ExitReason.MaxHold, timing => timing with { DaysHeld = held }, new ExitPlan { MaxHold = new MaxHoldPlan { Enabled = true, Limit = 30 } });

        Assert.Equal((held, 30m), (reading.Value, reading.Threshold));
        Assert.Equal(session is { } index ? Upcoming[index].OpenAt : null, reading.FiresAtTime);
    }

    [Theory]
    [InlineData(0, 0)] // 240 minutes of today are left, 210 of tomorrow
    [InlineData(240, 240)]
    [InlineData(241, 1_291)]
    [InlineData(450, 1_500)]
    [InlineData(451, 7_051)]
    [InlineData(1_231, null)]
    public void WhenTradingMinutesAreRead_NightsAndHolidaysDoNotCount(int missing, int? minutesFromNoon)
    {
        var plan = new ExitPlan { MaxHold = new MaxHoldPlan { Enabled = true, InTradingMinutes = true, Limit = 3_000 + missing } };

        var reading = Read(ExitReason.MaxHold, timing => timing with { TradingMinutesHeld = 3_000 }, plan);

        Assert.Equal(minutesFromNoon is { } minutes ? SampleSession.Noon.AddMinutes(minutes) : null, reading.FiresAtTime);
        Assert.Equal(minutesFromNoon is { } left ? TimeSpan.FromMinutes(left) : null, reading.TimeLeft);
    }
}
