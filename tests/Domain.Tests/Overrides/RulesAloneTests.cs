using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Overrides;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Structures;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Overrides;

public sealed class RulesAloneTests
{
    private static readonly Position Long = SamplePositions.Option();

    [Theory]
    [InlineData(2.99, null)]
    [InlineData(3.00, 3.00)]
    [InlineData(3.01, 3.01)]
    public void WhenTheRulesReachTheirTarget_TheClosingSideIsTheirs(decimal bid, double? value)
    {
        var open = See(OwnerOverride.Closed(Long, SampleOverrides.Noon, "Ada"), bid, bid + 0.02m, 0);

        Assert.Equal((decimal?)value, open.RuleValue);
        Assert.Equal(value is null, open.IsMarked);
    }

    [Fact]
    public void WhenAStopIsNotConfirmed_ItIsMarkedOn()
    {
        var open = OwnerOverride.Closed(Long, SampleOverrides.Noon, "Ada");
        open = See(See(open, 1.50m, 1.52m, 0), 1.48m, 1.50m, 15);
        Assert.Null(open.RuleValue);
        open = See(open, 1.49m, 1.51m, 30);
        Assert.Equal(1.49m, open.RuleValue);
    }

    [Theory]
    [InlineData(PositionSide.Long, 2.50, -500)]
    [InlineData(PositionSide.Long, 3.50, 500)]
    [InlineData(PositionSide.Short, 0.90, -90)]
    [InlineData(PositionSide.Short, 1.10, -290)]
    public void WhenTheOwnerClosedFirst_TheFillIsComparedWithTheRulesExit(PositionSide side, decimal fill, decimal won)
    {
        var position = SamplePositions.Option(side: side);
        var open = OwnersEnd.Follow(OwnerOverride.Closed(position, SampleOverrides.Noon, "Ada"), SampleOverrides.Ended(position, 10, fill));
        Assert.Null(open.Won);

        // A long takes its profit at a bid of 3.00, a short at an ask of 0.81 (of a credit of 2.00 more than half is kept).
        var over = side == PositionSide.Long ? See(open, 3.00m, 3.02m, 0) : See(open, 0.79m, 0.81m, 0);
        Assert.Equal((true, won), (over.IsOver, over.Won));
    }

    [Theory]
    [InlineData(750.00, 0, 2500)]
    [InlineData(750.01, 0.01, 2490)]
    [InlineData(760.00, 10, -7500)]
    public void WhenNoRuleFiresUntilTheExpiration_TheIntrinsicValueIsTheirs(decimal close, decimal value, decimal won)
    {
        var open = OwnersEnd.Follow(OwnerOverride.Closed(Long, SampleOverrides.Noon, "Ada"), SampleOverrides.Ended(Long, 10, 2.50m));
        var over = RulesAlone.Expire(open, close, SampleOverrides.Noon);

        Assert.Equal((value, won), (over.RuleValue, over.Won));
    }

    [Theory]
    [InlineData(95.00, 0)]
    [InlineData(94.99, -0.01)]
    [InlineData(90.00, -5)]
    [InlineData(80.00, -5)]
    public void WhenASpreadExpires_ItsLegsAreNetted(decimal close, decimal value) =>
        Assert.Equal(value, ExpiryValue.Of(SampleStructures.PutCredit(), close));

    [Fact]
    public void WhenLegsExpireOnSeveralDaysOrDeliverOtherThings_ItCannotBeTold()
    {
        var calendar = new Structure(
            StructureKind.CalendarSpread, [new PositionLeg("XYZ261218C00100000", -1, 1m, 100), new PositionLeg("XYZ270115C00100000", 1, 2m, 100)], 1);
        var adjusted = new Structure(StructureKind.LongOption, [new PositionLeg("XYZ1261218C00100000", 1, 1m, 100)], 1);
        Assert.Null(ExpiryValue.Of(adjusted, 110m));
        var over = RulesAlone.Expire(OwnerOverride.Closed(SampleOverrides.Held(calendar), SampleOverrides.Noon, "Ada"), 101m, SampleOverrides.Noon);

        Assert.Equal((null, true), (over.RuleValue, over.IsOver));
    }

    [Fact]
    public void WhenTheRulesWereOutBefore_TheExpirationChangesNothing()
    {
        var open = See(OwnerOverride.Closed(Long, SampleOverrides.Noon, "Ada"), 3.00m, 3.02m, 0);

        Assert.Equal(3.00m, RulesAlone.Expire(open, 800m, SampleOverrides.Noon).RuleValue);
    }

    [Theory]
    [InlineData(31, false)]
    [InlineData(32, true)]
    public void WhenSevenDaysPassAfterTheExpiration_ItIsGivenUp(int days, bool isOver)
    {
        // It expires on 24 December, a day after the sample's.
        var open = OwnerOverride.Closed(Long, SampleOverrides.Noon, "Ada");

        Assert.Equal(isOver, RulesAlone.GiveUp(open, new DateOnly(2015, 11, 30).AddDays(days)).IsOver);
        Assert.Null(RulesAlone.GiveUp(open, new DateOnly(2016, 1, 1)).Won);
    }

    private static OwnerOverride See(OwnerOverride open, decimal bid, decimal ask, double second)
    {
        var moment = SampleSession.Later(second);
        LegQuote[] quotes = [new LegQuote(new Quote(bid, ask, moment.Now))];
        var facts = new ExitFacts(default, Snapshots.Timing with { Now = moment.Now });
        return RulesAlone.See(open, Appraiser.Appraise(
            open.Held, ExitPlanDefaults.For(open.Held.Structure), open.Mark ?? PositionMark.None(open.Held.Id), quotes, facts, moment));
    }
}
