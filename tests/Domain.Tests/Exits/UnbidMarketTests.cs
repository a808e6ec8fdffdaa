using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Structures;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Exits;

/// <summary>A wide market without a bid: its mid may prove a loss, and proves nothing in favour of what was bought.</summary>
public sealed class UnbidMarketTests
{
    private static readonly ExitPlan Trailing = ExitPlan.Default with
    {
        StopLoss = new StopLossPlan { Enabled = false },
        TakeProfit = new TakeProfitPlan { Enabled = false },
        TrailingStop = new TrailingStopPlan { Enabled = true },
    };

    [Theory]
    [InlineData(0.00, 0.10, 0, DecisionKind.Close)] // usable: worth nothing
    [InlineData(0.00, 0.11, 119, DecisionKind.Undecided)]
    [InlineData(0.00, 0.11, 120, DecisionKind.Close)] // wide: the mid of 0.055 fires by itself
    [InlineData(0.00, 0.15, 120, DecisionKind.Close)]
    [InlineData(0.00, 3.00, 120, DecisionKind.Close)] // a mid of 1.50 is the limit
    [InlineData(0.00, 3.02, 120, DecisionKind.Undecided)]
    [InlineData(0.00, 5.00, 119, DecisionKind.Undecided)]
    [InlineData(0.00, 5.00, 120, DecisionKind.Undecided)]
    [InlineData(0.01, 5.00, 119, DecisionKind.Undecided)]
    [InlineData(0.01, 5.00, 120, DecisionKind.Hold)] // somebody bids: the mid of a wide market
    public void WhenALongOptionIsJudged_ABidOfZeroProvesNoValue(decimal bid, decimal ask, int seconds, DecisionKind expected)
    {
        var stop = StopLoss.Evaluate(See(SamplePositions.Option(), seconds, (bid, ask)).Snapshot, new StopLossPlan());

        Assert.Equal(expected, stop.Kind);
        Assert.Equal(expected == DecisionKind.Undecided && seconds >= 120, stop.Why?.Contains("nobody bids", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public void WhenTheStopCannotTell_TheWholeIsUndecidedAndItsReadingConfirmsNothing()
    {
        var appraisal = See(SamplePositions.Option(), 120, (0.00m, 5.00m));

        Assert.Equal((DecisionKind.Undecided, ExitReason.StopLoss), (appraisal.Decision.Kind, appraisal.Decision.Reason));
        Assert.Null(appraisal.Mark.Evaluations[^1].StopAgreed);
    }

    [Theory]
    [InlineData(0.00, 4.40, DecisionKind.Close)] // a mid of 2.20: 0.15 of the entry is given back of a best of 2.50
    [InlineData(0.00, 4.42, DecisionKind.Undecided)]
    [InlineData(0.01, 4.42, DecisionKind.Hold)]
    public void WhenATrailingStopIsArmed_ABidOfZeroProvesNoValue(decimal bid, decimal ask, DecisionKind expected)
    {
        var snapshot = See(SamplePositions.Option(), 120, (bid, ask)).Snapshot with { BestValue = 2.50m };

        Assert.Equal(expected, TrailingStop.Evaluate(snapshot, Trailing.TrailingStop).Kind);
    }

    [Fact]
    public void WhenATrailingStopIsNotArmed_ItHolds()
    {
        var snapshot = See(SamplePositions.Option(), 120, (0.00m, 5.00m)).Snapshot with { BestValue = 2.49m };

        Assert.Equal(ExitDecision.Hold, TrailingStop.Evaluate(snapshot, Trailing.TrailingStop));
    }

    [Theory]
    [InlineData(0.00, 5.00, DecisionKind.Hold)] // bought back at the ask: a mid of 2.50 is below the limit of 4.50
    [InlineData(0.00, 9.00, DecisionKind.Close)]
    public void WhenTheShortLegHasNoBid_TheMidIsJudged(decimal bid, decimal ask, DecisionKind expected)
    {
        var sold = SamplePositions.Option(1.50m, side: PositionSide.Short);

        Assert.Equal(expected, StopLoss.Evaluate(See(sold, 120, (bid, ask)).Snapshot, new StopLossPlan()).Kind);
    }

    [Theory]
    [InlineData(0.00, 4.00, DecisionKind.Undecided)] // mid 2.00 − 0.05; closing at the bid costs 0.10
    [InlineData(0.01, 4.00, DecisionKind.Hold)]
    [InlineData(0.00, 1.90, DecisionKind.Close)] // a mid of 0.90 is the limit
    [InlineData(0.00, 1.92, DecisionKind.Undecided)]
    public void WhenTheLongLegOfADebitVerticalHasNoBid_TheNetProvesNothing(decimal bid, decimal ask, DecisionKind expected)
    {
        var spread = Held(SampleStructures.CallDebit());

        Assert.Equal(expected, StopLoss.Evaluate(See(spread, 120, (bid, ask), (0.00m, 0.10m)).Snapshot, new StopLossPlan()).Kind);
    }

    [Theory]
    [InlineData(0.00, 3.59, DecisionKind.Hold)] // not even without the wing is the loss twice the credit
    [InlineData(0.00, 3.60, DecisionKind.Undecided)]
    [InlineData(0.01, 3.60, DecisionKind.Hold)]
    public void WhenTheWingOfACreditVerticalHasNoBid_OnlyALossWithoutItMatters(decimal bid, decimal ask, DecisionKind expected)
    {
        var spread = Held(SampleStructures.PutCredit());

        Assert.Equal(expected, StopLoss.Evaluate(See(spread, 120, (bid, 2.00m), (ask - 0.05m, ask)).Snapshot, new StopLossPlan()).Kind);
    }

    [Fact]
    public void WhenItIsExplainedFromTheMark_ItCannotTellEither()
    {
        var position = SamplePositions.Option();
        var mark = See(position, 120, (0.00m, 5.00m)).Mark;

        Assert.Equal(
            DecisionKind.Undecided,
            StopLoss.Evaluate(SnapshotBuilder.FromMark(position, mark, default) with { WideFor = TimeSpan.FromMinutes(2) }, new StopLossPlan()).Kind);
    }

    private static Position Held(Structure structure) =>
        new("spread", structure, SampleSession.OpenAt, PositionStatus.Open, Management.Managed);

    private static Appraisal See(Position position, int seconds, params (decimal Bid, decimal Ask)[] legs)
    {
        var mark = PositionMark.None(position.Id) with { WideSince = SampleSession.Noon };
        var moment = SampleSession.Later(seconds);
        LegQuote[] quotes = [.. legs.Select(leg => new LegQuote(new Quote(leg.Bid, leg.Ask, moment.Now)))];
        return Appraiser.Appraise(
            position, ExitPlan.Default, mark, quotes, new ExitFacts(default, Snapshots.Timing with { Now = moment.Now }), moment);
    }
}
