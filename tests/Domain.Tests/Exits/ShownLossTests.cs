using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Exits;

/// <summary>A deep stop that was shown and silenced speaks again far beyond the loss that was shown.</summary>
public sealed class ShownLossTests
{
    [Theory]
    [InlineData(0.38, 1.0, 0.57)]
    [InlineData(0.66, 1.0, 0.99)]
    [InlineData(0.67, 1.0, 0.835)] // one and a half times as much is more than there is: half-way
    [InlineData(0.80, 1.0, 0.90)]
    [InlineData(0.80, 1.2, 1.0)] // one and a half times as much is all of it: never beyond
    [InlineData(1.00, 1.0, 1.50)] // all is lost already
    [InlineData(3.50, null, 5.25)]
    public void WhenALossWasShown_ItSpeaksBeyondOneAndAHalfTimesOrHalfWay(double shown, double? most, double expected) =>
        Assert.Equal((decimal)expected, StopLoss.SpeaksBeyond((decimal)shown, (decimal?)most));

    [Fact]
    public void WhenAsked_TheMostIsAWholeDebitOrTheMaximumLossOfACredit()
    {
        Assert.Equal(1, StopLoss.Most(2.00m, null));
        Assert.Equal(1.5m, StopLoss.Most(-2.00m, 3.00m));
        Assert.Null(StopLoss.Most(-2.00m, null));
    }

    // Sold for 1.50, shown at 5.25: 2.5 times the credit. It speaks beyond 3.75 times, a cost of 7.125.
    [Theory]
    [InlineData(7.12, DecisionKind.Hold)]
    [InlineData(7.13, DecisionKind.Close)]
    public void WhenAShortIsSilenced_ItsMultipleOfTheCreditCounts(double ask, DecisionKind expected) =>
        Assert.Equal(expected, ThirdReading(SamplePositions.Option(1.50m, side: PositionSide.Short), 2.5m, (decimal)ask - 0.05m));

    [Theory]
    [InlineData(0.86, DecisionKind.Hold)]
    [InlineData(0.85, DecisionKind.Close)]
    public void WhenALongOptionIsSilenced_ItsFractionOfTheDebitCounts(double bid, DecisionKind expected) =>
        Assert.Equal(expected, ThirdReading(SamplePositions.Option(), 0.38m, (decimal)bid));

    // Its plan's limit is 25 %: a loss of 37.5 % is not deep, however small the one that was shown.
    [Theory]
    [InlineData(1.25, DecisionKind.Hold)]
    [InlineData(1.24, DecisionKind.Close)]
    public void WhenTheShownLossWasSmall_TheOrdinaryDepthIsNeededToo(double bid, DecisionKind expected) =>
        Assert.Equal(expected, ThirdReading(SamplePositions.Option(), 0.20m, (decimal)bid));

    private static DecisionKind ThirdReading(Position position, decimal shown, decimal bid)
    {
        var silenced = position with { Silences = [new Silence(ExitReason.StopLoss, SampleSession.CloseAt) { OfDeepLoss = shown }] };
        var (mark, last) = (PositionMark.None(position.Id), default(Appraisal));
        for (var i = 0; i < 3; i++)
        {
            var now = SampleSession.Noon.AddSeconds(15 * i);
            last = Appraiser.Appraise(
                silenced, ExitPlan.Default, mark, [new LegQuote(new Quote(bid, bid + 0.05m, now))], new ExitFacts(default, Snapshots.Timing with { Now = now }),
                SampleSession.At(now));
            mark = last.Mark;
        }

        return last.Decision.Kind;
    }
}
