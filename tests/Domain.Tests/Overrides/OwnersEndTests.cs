using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Overrides;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Overrides;

public sealed class OwnersEndTests
{
    private static readonly Position Long = SamplePositions.Option();
    private static readonly Position Short = SamplePositions.Option(side: PositionSide.Short);

    [Theory]
    [InlineData(-490, 10)]
    [InlineData(-500, 0)]
    [InlineData(-510, -10)]
    public void WhenALongWasKept_ItsEndIsComparedWithTheBidAtTheAnswer(decimal realized, decimal won) => Assert.Equal(
        won, OwnersEnd.Follow(SampleOverrides.Kept(Long, 1.50m, 1.60m), SampleOverrides.Over(Long, PositionStatus.Closed, realized)).Won);

    [Theory]
    [InlineData(-3990, 10)]
    [InlineData(-4000, 0)]
    [InlineData(-4010, -10)]
    public void WhenAShortWasKept_ItsEndIsComparedWithTheAskAtTheAnswer(decimal realized, decimal won) => Assert.Equal(
        won, OwnersEnd.Follow(SampleOverrides.Kept(Short, 5.90m, 6.00m), SampleOverrides.Over(Short, PositionStatus.ClosedElsewhere, realized)).Won);

    [Fact]
    public void WhenASpreadWasKept_ItsNetResultCounts()
    {
        var position = SampleOverrides.Held(SampleStructures.PutCredit());
        var over = OwnersEnd.Follow(SampleOverrides.Kept(position, 2.50m, 3.00m), SampleOverrides.Over(position, PositionStatus.Expired, 240m));

        // Alone the stop pays 600 for a credit of 240; kept, all of the credit stays.
        Assert.Equal(600m, over.Won);
    }

    [Fact]
    public void WhenItsCloseLeftAWingToExpire_TheWingCountsAsNothing()
    {
        var position = SampleOverrides.Held(SampleStructures.PutCredit());
        var over = OwnersEnd.Follow(
            SampleOverrides.Kept(position, 2.50m, 3.00m), SampleOverrides.Over(position, PositionStatus.Closed, 360m), SampleStructures.LowPut);

        // Bought back at 0.20 what had been sold at 2.00; the wing, paid with 0.80, brought nothing.
        Assert.Equal((560m, new OwnersSide(2, -40m)), (over.Won, over.Owners));
    }

    [Fact]
    public void WhenAPartWasRealizedBefore_OnlyWhatCameAfterCounts()
    {
        var position = Long with { RealizedPnl = 77m };
        var over = OwnersEnd.Follow(SampleOverrides.Kept(position, 1.50m, 1.60m), SampleOverrides.Over(position, PositionStatus.Closed, 77m + 100m));

        Assert.Equal(600m, over.Won);
    }

    [Theory]
    [InlineData(PositionStatus.Open)]
    [InlineData(PositionStatus.AwaitingApproval)]
    [InlineData(PositionStatus.Closing)]
    public void WhenItLives_ItIsWaitedFor(PositionStatus status)
    {
        var open = SampleOverrides.Kept(Long, 1.50m, 1.60m);

        Assert.Same(open, OwnersEnd.Follow(open, Long with { Status = status, Structure = Long.Structure with { Units = 3 } }));
    }

    [Fact]
    public void WhenItExpiredWorthless_WhatTheRuleHadGotIsLost()
    {
        var over = OwnersEnd.Follow(SampleOverrides.Kept(Long, 1.50m, 1.60m), SampleOverrides.Over(Long, PositionStatus.Expired, -2000m));

        Assert.Equal((-1500m, new OwnersSide(10, 0)), (over.Won, over.Owners));
    }

    [Fact]
    public void WhenItsEndIsNotExplainedYet_ItIsWaitedFor()
    {
        var open = SampleOverrides.Kept(Long, 1.50m, 1.60m);

        Assert.Same(open, OwnersEnd.Follow(open, SampleOverrides.Over(Long, PositionStatus.Expired, null, new LegQuantity(SamplePositions.Symbol, 10))));
    }

    [Theory]
    [InlineData(751.50, 0)]
    [InlineData(751.51, 10)]
    [InlineData(751.49, -10)]
    public void WhenItWasExercised_WhatItWasInTheMoneyByCounts(decimal close, decimal won)
    {
        var open = SampleOverrides.Kept(Long, 1.50m, 1.60m);
        var ended = SampleOverrides.Over(Long, PositionStatus.Exercised, -2000m);
        Assert.Same(open, OwnersEnd.Follow(open, ended));

        Assert.Equal(won, OwnersEnd.Follow(RulesAlone.Expire(open, close, ended.EndedAt!.Value), ended).Won);
    }

    [Fact]
    public void WhenItWasAssignedAtItsExpiration_WhatItWasInTheMoneyByIsPaid()
    {
        var open = RulesAlone.Expire(SampleOverrides.Kept(Short, 5.90m, 6.00m), 760m, SampleOverrides.Noon);

        // 6.00 saved, 10.00 paid: 10 contracts of 100 shares.
        Assert.Equal(-4000m, OwnersEnd.Follow(open, SampleOverrides.Over(Short, PositionStatus.Assigned, 2000m)).Won);
    }

    [Fact]
    public void WhenItWasAssignedEarly_ItCannotBeTold()
    {
        var ended = SampleOverrides.Over(Short, PositionStatus.Assigned, 2000m);
        var open = RulesAlone.Expire(SampleOverrides.Kept(Short, 5.90m, 6.00m), 760m, ended.EndedAt!.Value.AddSeconds(1));

        Assert.Contains("before its expiration", OwnersEnd.Follow(open, ended).Untellable, StringComparison.Ordinal);
    }

    [Fact]
    public void WhenMoreWasBought_ItCannotBeTold()
    {
        var open = SampleOverrides.Kept(Long, 1.50m, 1.60m);

        Assert.NotNull(OwnersEnd.Follow(open, SamplePositions.Option(quantity: 11)).Untellable);
        Assert.NotNull(OwnersEnd.Follow(open, SamplePositions.Option(entry: 2.01m)).Untellable);
        Assert.Null(OwnersEnd.Follow(open, SamplePositions.Option(quantity: 9)).Untellable);
    }

    [Fact]
    public void WhenItsEndHasNoResult_ItCannotBeToldAndIsNotNothing()
    {
        var open = SampleOverrides.Kept(Long, 1.50m, 1.60m);
        var results = new[]
        {
            OwnersEnd.Follow(open, SampleOverrides.Over(Long, PositionStatus.ClosedElsewhere, null)),
            OwnersEnd.Follow(open, SampleOverrides.Over(Long, PositionStatus.Regrouped, 5m)),
            OwnersEnd.Follow(open, position: null),
            OwnersEnd.Follow(SampleOverrides.Approved(Long, 3m, 3m), closing: null),
        };

        Assert.All(results, over => Assert.Equal((true, null), (over.IsOver, over.Won)));
        Assert.Equal((0, 4, 0m), (OverrideTotals.Of(results.Select((over, i) => OverrideResult.Of(over) with { Id = $"{i}" })) is var totals ? (totals.Told, totals.Untold, totals.Won) : default));
    }

    [Fact]
    public void WhenAPartHadLeftUnexplained_ItCannotBeTold()
    {
        var position = Long with { Unexplained = [new LegQuantity(SamplePositions.Symbol, 1)] };

        Assert.NotNull(SampleOverrides.Kept(position, 1.50m, 1.60m).Untellable);
    }

    [Theory]
    [InlineData(DecisionKind.Close, true)]
    [InlineData(DecisionKind.Hold, false)]
    [InlineData(DecisionKind.Undecided, false)]
    public void WhenTheRuleNoLongerFired_ItsMomentIsLookedFor(DecisionKind lastReading, bool isKnown)
    {
        var open = SampleOverrides.Kept(Long, 1.50m, 1.60m, lastReading);

        Assert.Equal((isKnown ? 1.50m : null, !isKnown), (open.RuleValue, open.IsMarked));
    }
}
