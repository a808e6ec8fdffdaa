using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Overrides;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Tests.Samples;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ExitDesk.Domain.Tests.Overrides;

public sealed class OwnerOverrideTests
{
    [Theory]
    [InlineData(PositionSide.Long, 3.00, 3.10, 3.01, 10)]
    [InlineData(PositionSide.Long, 3.00, 3.10, 3.00, 0)]
    [InlineData(PositionSide.Long, 3.00, 3.10, 2.99, -10)]
    [InlineData(PositionSide.Short, 0.90, 1.00, 0.99, 10)]
    [InlineData(PositionSide.Short, 0.90, 1.00, 1.00, 0)]
    [InlineData(PositionSide.Short, 0.90, 1.00, 1.01, -10)]
    public void WhenACloseIsApproved_ItsFillIsComparedWithTheClosingSideOfTheCard(
        PositionSide side, decimal bid, decimal ask, decimal fill, decimal won)
    {
        var position = SamplePositions.Option(side: side);
        var over = OwnersEnd.Follow(SampleOverrides.Approved(position, bid, ask), SampleOverrides.Ended(position, 10, fill));

        Assert.Equal((true, won, new OwnersSide(10, side == PositionSide.Long ? fill * 1000 : -fill * 1000)), (over.IsOver, over.Won, over.Owners));
    }

    [Theory]
    [InlineData(1.49, 0.60, 2)]
    [InlineData(1.51, 0.60, -2)]
    [InlineData(1.50, 0.61, 2)]
    [InlineData(1.50, 0.59, -2)]
    public void WhenASpreadIsApproved_ItsNetPriceCounts(decimal shortLeg, decimal longLeg, decimal won)
    {
        var position = SampleOverrides.Held(SampleStructures.PutCredit());
        var over = OwnersEnd.Follow(SampleOverrides.Approved(position, 0.80m, 0.90m), SampleOverrides.Ended(position, 2, longLeg, shortLeg));

        Assert.Equal(won, over.Won);
    }

    [Fact]
    public void WhenOnlyAPartIsFilled_ThatPartCounts()
    {
        var position = SamplePositions.Option();
        var over = OwnersEnd.Follow(SampleOverrides.Approved(position, 3.00m, 3.10m), SampleOverrides.Ended(position, 4, 3.02m));

        Assert.Equal((8m, 4m), (over.Won, over.Owners!.Units));
    }

    [Fact]
    public void WhenAWingIsLeftToExpire_ItCountsAsNothing()
    {
        var position = SampleOverrides.Held(SampleStructures.PutCredit());
        var ended = SampleOverrides.Ended(position, 2, 0m, 0.20m);
        ended = ended with { LeftOut = [SampleStructures.LowPut], Orders = [ended.Orders[1]], RealizedPnl = 360m };
        var over = OwnersEnd.Follow(SampleOverrides.Approved(position, 0.10m, 0.21m), ended);

        Assert.Equal((2m, new OwnersSide(2, -40m)), (over.Won, over.Owners));
    }

    [Fact]
    public void WhenNothingIsFilled_ItCannotBeTold()
    {
        var position = SamplePositions.Option();
        var ended = SampleOverrides.Ended(position, 10, 3m) with { Orders = [], RealizedPnl = null };
        var over = OwnersEnd.Follow(SampleOverrides.Approved(position, 3.00m, 3.10m), ended);

        Assert.Equal((true, null, "nothing was filled"), (over.IsOver, over.Won, over.Untellable));
    }

    [Fact]
    public void WhenLegsAreNotFilledInRatio_ItCannotBeTold()
    {
        var position = SampleOverrides.Held(SampleStructures.PutCredit());
        var ended = SampleOverrides.Ended(position, 2, 0.60m, 1.50m);
        ended = ended with { Orders = [ended.Orders[0] with { FilledQuantity = 1 }, ended.Orders[1]] };
        var over = OwnersEnd.Follow(SampleOverrides.Approved(position, 0.80m, 0.90m), ended);

        Assert.Equal((null, "its legs were not filled in ratio"), (over.Won, over.Untellable));
    }

    [Fact]
    public void WhenTheCloseGoesOn_ItIsWaitedFor()
    {
        var position = SamplePositions.Option();
        var open = SampleOverrides.Approved(position, 3.00m, 3.10m);

        Assert.Same(open, OwnersEnd.Follow(open, SampleOverrides.Ended(position, 10, 3m) with { End = null }));
        Assert.False(open.IsOver);
    }

    [Theory]
    [InlineData(PositionSide.Long, null, 3.10)]
    [InlineData(PositionSide.Short, 3.00, null)]
    public void WhenTheCardShowedNoClosingSide_ItCannotBeTold(PositionSide side, double? bid, double? ask) => Assert.NotNull(
        SampleOverrides.Approved(SamplePositions.Option(side: side), (decimal?)bid, (decimal?)ask).Untellable);

    [Fact]
    public void WhenKindsOrInstantsDiffer_SoDoIds()
    {
        var position = SamplePositions.Option() with { Closings = 2 };
        var closed = OwnerOverride.Closed(position, SampleOverrides.Noon, "Ada");
        var later = OwnerOverride.Closed(position, SampleOverrides.Noon.AddMilliseconds(1), "Ada");

        Assert.Equal(closed.Id, OwnerOverride.Closed(position, SampleOverrides.Noon, "Bea").Id);
        Assert.Equal(3, new[] { closed.Id, later.Id, SampleOverrides.Approved(position, 1, 2).Id }.Distinct().Count());
        Assert.Equal(3, closed.ClosingNumber);
    }

    [Fact]
    public void WhenItIsHeldByTheRulesAlone_NothingIsSilenced()
    {
        var silence = new Silence(ExitReason.StopLoss, SampleOverrides.Noon.AddHours(1));
        var position = SamplePositions.Option() with
        {
            Status = PositionStatus.AwaitingApproval,
            ApprovalToken = "t",
            Silences = [silence],
            AskOnce = RuleSet.None.With(ExitReason.StopLoss),
        };
        var held = OwnerOverride.Closed(position, SampleOverrides.Noon, "Ada").Held;

        Assert.Equal((PositionStatus.Open, null, 0, true), (held.Status, held.ApprovalToken, held.Silences.Count, held.AskOnce.IsEmpty));
    }

    [Fact]
    public void WhenTheSidesAreSwapped_WhatOneWinsTheOtherLoses() =>
        Prop.ForAll(
            Gen.Choose(1, 5_000).ToArbitrary(), Gen.Choose(1, 5_000).ToArbitrary(), Gen.Choose(1, 50).ToArbitrary(), (asked, filled, units) =>
            {
                decimal Won(PositionSide side)
                {
                    var position = SamplePositions.Option(quantity: units, side: side);
                    return OwnersEnd.Follow(
                        SampleOverrides.Approved(position, asked / 100m, asked / 100m), SampleOverrides.Ended(position, units, filled / 100m)).Won!.Value;
                }

                var total = OverrideTotals.Of(new[] { PositionSide.Long, PositionSide.Short }.Select(side =>
                    new OverrideResult(side.ToString(), OverrideKind.Approval, "p", null, SampleOverrides.Noon, "Ada", units, 1, Won(side), null)));
                return Won(PositionSide.Long) == -Won(PositionSide.Short) && Won(PositionSide.Long) == (filled - asked) * units && total.Won == 0;
            }).QuickCheckThrowOnFailure();
}
