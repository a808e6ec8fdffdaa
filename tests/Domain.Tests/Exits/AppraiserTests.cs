using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Sessions;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Exits;

public sealed class AppraiserTests
{
    private readonly Position _position = SamplePositions.Option();
    private PositionMark _mark = PositionMark.None(SamplePositions.Option().Id);

    private Appraisal See(decimal? bid, decimal? ask, double second, Position? position = null) =>
        See(new Quote(bid, ask, SampleSession.Noon.AddSeconds(second)), SampleSession.Later(second), position);

    private Appraisal See(Quote? quote, MarketMoment moment, Position? position = null)
    {
        var facts = new ExitFacts(default, Snapshots.Timing with { Now = moment.Now });
        var appraisal = Appraiser.Appraise(position ?? _position, ExitPlan.Default, _mark, [new LegQuote(quote)], facts, moment);
        _mark = appraisal.Mark;
        return appraisal;
    }

    [Fact]
    public void WhenAStopFires_TheSecondOfThreeReadingsCloses()
    {
        See(1.80m, 1.85m, 0);

        var first = See(1.50m, 1.55m, 15);
        var second = See(1.50m, 1.55m, 30);

        Assert.Equal((DecisionKind.Hold, true), (first.Decision.Kind, first.Unconfirmed));
        Assert.Equal((DecisionKind.Close, false), (second.Decision.Kind, second.Unconfirmed));
        Assert.Equal((ExitReason.StopLoss, Urgency.Immediate), (second.Decision.Reason, second.Decision.Urgency));
    }

    [Fact]
    public void WhenOneWildPrintPasses_NothingCloses()
    {
        See(1.80m, 1.85m, 0);
        See(0.10m, 0.15m, 15);

        Assert.Equal(ExitDecision.Hold, See(1.80m, 1.85m, 30).Decision);
    }

    [Fact]
    public void WhenSweepsAreNearTogether_TheStopStillFires()
    {
        See(1.80m, 1.85m, 0);

        var closedAt = Enumerable.Range(1, 20).Select(i => i * 2).First(second => See(1.50m, 1.55m, second).Decision.Kind == DecisionKind.Close);

        Assert.InRange(closedAt, 7, 14);
        Assert.InRange(_mark.Evaluations.Count, 2, PositionMark.Kept);
    }

    [Fact]
    public void WhenManyInstancesSweepAtOnce_TheStopStillFires()
    {
        See(1.80m, 1.85m, 0);
        for (var instance = 0; instance < 6; instance++)
        {
            See(1.50m, 1.55m, 15 + instance * 0.1);
        }

        Assert.Equal(DecisionKind.Close, See(1.50m, 1.55m, 30).Decision.Kind);
    }

    [Fact]
    public void WhenMostReadingsAreUndecided_TheDecidedOnesAreNotForgotten()
    {
        See(1.80m, 1.85m, 0);
        var decisions = new List<DecisionKind>();
        for (var second = 15; second < 150; second += 45)
        {
            decisions.Add(See(1.50m, 1.55m, second).Decision.Kind);
            See(1.60m, 1.55m, second + 15); // crossed
            See(1.61m, 1.55m, second + 30);
        }

        Assert.Equal([DecisionKind.Hold, DecisionKind.Close, DecisionKind.Close], decisions);
    }

    [Fact]
    public void WhenTheMarketIsWideForTwoMinutes_TheMidClosesFast()
    {
        for (var second = 0; second <= 105; second += 15)
        {
            var last = See(0.20m, 1.40m, second);
            Assert.Equal(DecisionKind.Undecided, last.Decision.Kind);
        }

        var first = See(0.20m, 1.40m, 120);
        var second2 = See(0.20m, 1.40m, 135);

        Assert.True(first.Unconfirmed);
        Assert.Equal((DecisionKind.Close, Urgency.Fast), (second2.Decision.Kind, second2.Decision.Urgency));
        Assert.Equal(-0.6m, second2.Decision.Value);
    }

    [Fact]
    public void WhenWideQuotesComeMixedWithCrossedOnes_TheMidStillCloses()
    {
        var closed = false;
        for (var second = 0; second <= 180; second += 30)
        {
            closed |= See(0.20m, 1.40m, second).Decision.Kind == DecisionKind.Close;
            See(1.50m, 1.40m, second + 15);
        }

        Assert.True(closed);
    }

    [Fact]
    public void WhenAUsableQuoteComesBetween_TheTwoMinutesBeginAnew()
    {
        See(0.20m, 1.40m, 0);
        See(1.80m, 1.85m, 60);
        See(0.20m, 1.40m, 75);

        Assert.Equal(SampleSession.Noon.AddSeconds(75), _mark.WideSince);
        Assert.Equal(DecisionKind.Undecided, See(0.20m, 1.40m, 194).Decision.Kind);
    }

    [Fact]
    public void WhenTheMarketWasWideAtYesterdaysClose_TheTwoMinutesBeginAnewAtTheOpen()
    {
        var yesterday = SampleSession.CloseAt.AddDays(-1);
        _mark = _mark with { WideSince = yesterday, UndecidedSince = yesterday, UndecidedToldAt = yesterday };
        var now = SampleSession.OpenAt.AddSeconds(75);

        var appraisal = See(new Quote(0.20m, 1.40m, now), SampleSession.At(now));

        Assert.Equal(DecisionKind.Undecided, appraisal.Decision.Kind);
        Assert.Equal((now, now, null), (_mark.WideSince, _mark.UndecidedSince, _mark.UndecidedToldAt));
    }

    [Fact]
    public void WhenNothingChanged_TheMarkIsTheSame()
    {
        See(1.80m, 1.85m, 0);
        var quote = new Quote(1.80m, 1.85m, SampleSession.Noon);
        See(quote, SampleSession.Later(15)); // a second reading makes it the best and the worst
        var before = _mark;

        Assert.True(See(quote, SampleSession.Later(30)).Mark.IsSameAs(before));
        Assert.Same(before, See(quote, SampleSession.Later(45)).Mark);
    }

    [Theory]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public void WhenOnlyTheTimeStampIsNew_TheMarkIsWrittenOnceAMinute(int second, bool same)
    {
        See(1.80m, 1.85m, 0);
        See(1.80m, 1.85m, 15);
        var before = _mark;

        Assert.Equal(same, See(1.80m, 1.85m, second).Mark.IsSameAs(before));
    }

    [Fact]
    public void WhenAPriceChanges_TheMarkChanges()
    {
        See(1.80m, 1.85m, 0);
        var before = _mark;

        Assert.False(See(1.80m, 1.86m, 15).Mark.IsSameAs(before));
    }

    [Fact]
    public void WhenMuchIsSeen_TheLastFiveAreKept()
    {
        for (var i = 0; i < 9; i++)
        {
            See(1.80m + i / 100m, 2.00m, i * 15);
        }

        Assert.Equal(
            Enumerable.Range(4, 5).Select(i => SampleSession.Noon.AddSeconds(i * 15)), _mark.Evaluations.Select(evaluation => evaluation.At));
    }

    [Fact]
    public void WhenThereIsNoQuote_ItIsUndecidedSinceTheFirstTime()
    {
        See(null, SampleSession.Later(0));
        See(null, SampleSession.Later(15));
        Assert.Equal(SampleSession.Noon, _mark.UndecidedSince);

        See(1.80m, 1.85m, 30);
        Assert.Null(_mark.UndecidedSince);
    }

    [Fact]
    public void WhenAProfitIsReached_ItNeedsNoConfirmation() =>
        Assert.Equal(ExitReason.TakeProfit, See(3.00m, 3.40m, 0).Decision.Reason);

    [Theory]
    [InlineData(1.25, DecisionKind.Hold)]
    [InlineData(1.24, DecisionKind.Close)]
    public void WhenTheOwnerSilencedTheStop_OnlyADeepOneStillCloses(decimal bid, DecisionKind expected)
    {
        var silenced = _position with { Silences = [new Silence(ExitReason.StopLoss, SampleSession.CloseAt)] };
        See(bid, bid + 0.05m, 0, silenced);
        See(bid, bid + 0.05m, 15, silenced);

        Assert.Equal(expected, See(bid, bid + 0.05m, 30, silenced).Decision.Kind);
    }

    [Fact]
    public void WhenTheBidIsZero_TheThirdReadingCloses()
    {
        Assert.True(See(0, 0.05m, 0).Unconfirmed);
        Assert.True(See(0, 0.05m, 15).Unconfirmed);
        Assert.Equal(DecisionKind.Close, See(0, 0.05m, 30).Decision.Kind);
    }

    [Fact]
    public void WhenAShortIsPriced_ItCostsTheAsk()
    {
        var snapshot = See(4.40m, 4.50m, 0, SamplePositions.Option(1.50m, side: PositionSide.Short)).Snapshot;

        Assert.Equal((-1.50m, -4.50m, -4.45m), (snapshot.EntryValue, snapshot.ClosingValue, snapshot.MidValue));
        Assert.Equal(DecisionKind.Close, StopLoss.Evaluate(snapshot, new StopLossPlan()).Kind);
    }
}
