using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Exits;

/// <summary>The best and the worst move only when two readings agree.</summary>
public sealed class WaterMarkTests
{
    private PositionMark _mark = PositionMark.None("id");

    [Theory]
    [InlineData(4.999, null)]
    [InlineData(5, 2.60)]
    public void WhenTwoReadingsAreTooNear_TheyAreOne(double apart, double? best)
    {
        See(2.60m, SampleSession.Noon);
        See(2.60m, SampleSession.Noon.AddSeconds(apart));

        Assert.Equal((decimal?)best, _mark.Best?.Value);
        Assert.Equal((decimal?)best, _mark.Worst?.Value);
    }

    [Theory]
    [InlineData(59.999, null)]
    [InlineData(60, 2.60)]
    public void WhenTheFirstMinuteIsNotOver_NoReadingCounts(double second, double? best)
    {
        See(2.60m, SampleSession.OpenAt.AddSeconds(second));
        See(2.60m, SampleSession.OpenAt.AddSeconds(second + 15));

        Assert.Equal((decimal?)best, _mark.Best?.Value);
        Assert.Equal((decimal?)best, _mark.Worst?.Value);
    }

    [Fact]
    public void WhenTwoReadingsDiffer_TheNearerCounts()
    {
        Stand(2.00m);
        See(2.70m, SampleSession.Noon.AddSeconds(30));
        See(2.60m, SampleSession.Noon.AddSeconds(45));
        Assert.Equal(new WaterMark(2.60m, SampleSession.Noon.AddSeconds(30)), _mark.Best);

        See(1.70m, SampleSession.Noon.AddSeconds(60));
        See(1.80m, SampleSession.Noon.AddSeconds(75));
        Assert.Equal(new WaterMark(1.80m, SampleSession.Noon.AddSeconds(60)), _mark.Worst);
    }

    [Fact]
    public void WhenItGoesOnRising_EachReadingConfirmsTheOneBefore()
    {
        for (var i = 0; i < 5; i++)
        {
            See(2.00m + i / 10m, SampleSession.Noon.AddSeconds(i * 15));
        }

        Assert.Equal(new WaterMark(2.30m, SampleSession.Noon.AddSeconds(45)), _mark.Best);
    }

    [Fact]
    public void WhenAWildPrintIsFollowedByNothingUsable_OnlyAnotherReadingConfirmsIt()
    {
        Stand(2.00m);
        See(2.60m, SampleSession.Noon.AddSeconds(30));
        See(2.60m, SampleSession.Noon.AddSeconds(45), ask: 9.00m);
        See(2.00m, SampleSession.Noon.AddSeconds(600));
        See(2.60m, SampleSession.Noon.AddSeconds(615));

        Assert.Equal(2.00m, _mark.Best!.Value);
    }

    [Fact]
    public void WhenTwoWildPrintsAreANightApart_NeitherConfirmsTheOther()
    {
        Stand(2.00m);
        See(2.60m, SampleSession.CloseAt.AddDays(-1), yesterday: true);
        See(2.60m, SampleSession.OpenAt.AddSeconds(75));

        Assert.Equal(2.00m, _mark.Best!.Value);
    }

    [Fact]
    public void WhenAnUpPrintIsSeenByTwoInstances_ItIsOneReading()
    {
        Stand(2.00m);
        See(2.60m, SampleSession.Noon.AddSeconds(30));
        See(2.60m, SampleSession.Noon.AddSeconds(31));
        See(2.00m, SampleSession.Noon.AddSeconds(45));

        Assert.Equal(2.00m, _mark.Best!.Value);
    }

    private void Stand(decimal bid)
    {
        See(bid, SampleSession.Noon);
        See(bid, SampleSession.Noon.AddSeconds(15));
    }

    private void See(decimal bid, DateTimeOffset now, decimal? ask = null, bool yesterday = false)
    {
        var moment = yesterday
            ? SampleSession.At(now) with { Session = new(SampleSession.Day.AddDays(-1), SampleSession.OpenAt.AddDays(-1), SampleSession.CloseAt.AddDays(-1)) }
            : SampleSession.At(now);
        _mark = Appraiser.Appraise(
            SamplePositions.Option(), ExitPlan.Default, _mark, [new LegQuote(new Quote(bid, ask ?? bid + 0.05m, now))],
            new ExitFacts(default, Snapshots.Timing with { Now = now }), moment).Mark;
    }
}
