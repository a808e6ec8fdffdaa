using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Positions;
using Xunit;
using static ExitDesk.Domain.Tests.Expiry.ExpirySamples;

namespace ExitDesk.Domain.Tests.Expiry;

public sealed class BrokerOutlookTests
{
    private static readonly DateTimeOffset LiquidationAt = Utc(23, 20, 30);
    private static readonly DateTimeOffset CloseAt = Regular.CloseAt;

    /// <summary>Three contracts of strike 100, multiplier 10: 30 shares, 3,000 USD.</summary>
    private static ExpiringHolding Holding(
        OptionRight right, PositionSide side, decimal? cash = null, decimal? power = null, decimal? shares = null, bool isSpreadLeg = false, string root = "GOOG") =>
        new(Contract(right, root), side, 3, 10, isSpreadLeg, new ExerciseMeans(cash, power, shares));

    private static BrokerOutlook Of(ExpiringHolding holding, decimal? underlying) =>
        BrokerOutlook.Of(holding, underlying, ExpiryDeadline.Of(holding.Contract, Regular, Settings), Settings);

    [Theory]
    [InlineData(OptionRight.Call, 100.01, true)]
    [InlineData(OptionRight.Call, 100.009, false)]
    [InlineData(OptionRight.Call, 100, false)]
    [InlineData(OptionRight.Put, 99.99, true)]
    [InlineData(OptionRight.Put, 99.991, false)]
    [InlineData(OptionRight.Put, 100, false)]
    public void WhenACentInTheMoney_TheContractIsExercised(OptionRight right, double underlying, bool isExercised)
    {
        foreach (var side in Enum.GetValues<PositionSide>())
        {
            var outlook = Of(Holding(right, side), (decimal)underlying);

            Assert.Equal(isExercised, outlook.Step != BrokerNextStep.ExpiresWorthless);
            Assert.Equal(isExercised && side == PositionSide.Long, outlook.CanAskNotToExercise);
        }
    }

    [Fact]
    public void WhenOutOfTheMoney_ItExpiresAndChangesNothing() =>
        Assert.Equal(
            new BrokerOutlook(BrokerNextStep.ExpiresWorthless, CloseAt, 0, 0, false),
            Of(Holding(OptionRight.Call, PositionSide.Long), 99m));

    [Fact]
    public void WhenCashBuysTheShares_ALongCallIsExercised()
    {
        Assert.Equal(
            new BrokerOutlook(BrokerNextStep.ExercisesAutomatically, CloseAt, 30, -3_000, true),
            Of(Holding(OptionRight.Call, PositionSide.Long, cash: 3_000m, power: 3_000m), 101m));
        Assert.Equal(
            new BrokerOutlook(BrokerNextStep.SellsOut, LiquidationAt, 0, null, true),
            Of(Holding(OptionRight.Call, PositionSide.Long, cash: 3_000m, power: 2_999.99m), 101m));
    }

    [Theory]
    [InlineData(2_999.99, 3_000)]
    [InlineData(-500, 6_000)]
    public void WhenOnlyALoanBuysTheShares_EitherMayHappen(double cash, double power) =>
        Assert.Equal(
            BrokerNextStep.ExercisesOrSellsOut,
            Of(Holding(OptionRight.Call, PositionSide.Long, cash: (decimal)cash, power: (decimal)power), 101m).Step);

    [Theory]
    [InlineData(3_000.0, null, BrokerNextStep.ExercisesOrSellsOut)]
    [InlineData(null, 3_000.0, BrokerNextStep.ExercisesOrSellsOut)]
    [InlineData(null, 2_999.99, BrokerNextStep.SellsOut)]
    public void WhenOneFigureIsUnknown_OnlyTooLittleBuyingPowerIsSure(double? cash, double? power, BrokerNextStep step) =>
        Assert.Equal(step, Of(Holding(OptionRight.Call, PositionSide.Long, cash: (decimal?)cash, power: (decimal?)power), 101m).Step);

    [Theory]
    [InlineData(4_000, true)]
    [InlineData(4_000.01, null)]
    public void WhenOthersClaimTheCash_ItMustSufficeForAll(double claimed, bool? suffices) =>
        Assert.Equal(suffices, new ExerciseMeans(7_000m, 7_000m, null) { DollarsClaimed = (decimal)claimed }.Pay(3_000m));

    [Theory]
    [InlineData(70, true)]
    [InlineData(71, null)]
    public void WhenOthersClaimTheShares_TheyMustSufficeForAll(int claimed, bool? suffices) =>
        Assert.Equal(suffices, new ExerciseMeans(null, null, 100) { SharesClaimed = claimed }.Deliver(30));

    [Fact]
    public void WhenTheSharesAreHeld_ALongPutIsExercised()
    {
        Assert.Equal(
            new BrokerOutlook(BrokerNextStep.ExercisesAutomatically, CloseAt, -30, 3_000, true),
            Of(Holding(OptionRight.Put, PositionSide.Long, shares: 30), 99m));
        Assert.Equal(BrokerNextStep.SellsOut, Of(Holding(OptionRight.Put, PositionSide.Long, shares: 29), 99m).Step);
        Assert.Equal(BrokerNextStep.SellsOut, Of(Holding(OptionRight.Put, PositionSide.Long, shares: -100), 99m).Step);
    }

    [Theory]
    [InlineData(OptionRight.Call, 101)]
    [InlineData(OptionRight.Put, 99)]
    public void WhenFundsOrSharesAreUnknown_EitherMayHappen(OptionRight right, int underlying) =>
        Assert.Equal(
            new BrokerOutlook(BrokerNextStep.ExercisesOrSellsOut, LiquidationAt, null, null, true),
            Of(Holding(right, PositionSide.Long), underlying));

    [Theory]
    [InlineData(OptionRight.Call, 101, -30, 3_000)]
    [InlineData(OptionRight.Put, 99, 30, -3_000)]
    public void WhenShortAndInTheMoney_ItIsAssigned(OptionRight right, int underlying, int shares, int cash) =>
        Assert.Equal(
            new BrokerOutlook(BrokerNextStep.Assigns, CloseAt, shares, cash, false),
            Of(Holding(right, PositionSide.Short), underlying));

    [Theory]
    [InlineData(PositionSide.Long)]
    [InlineData(PositionSide.Short)]
    public void WhenALegOfASpread_ItMayBeClosedAlone(PositionSide side) =>
        Assert.Equal(
            new BrokerOutlook(BrokerNextStep.MayCloseOneLeg, LiquidationAt, null, null, side == PositionSide.Long),
            Of(Holding(OptionRight.Call, side, cash: 10_000m, power: 10_000m, isSpreadLeg: true), 101m));

    [Theory]
    [InlineData(PositionSide.Long)]
    [InlineData(PositionSide.Short)]
    public void WhenPriceOrTermsAreUnknown_AnythingMayHappen(PositionSide side)
    {
        var unknown = new BrokerOutlook(BrokerNextStep.Unknown, LiquidationAt, null, null, side == PositionSide.Long);

        Assert.Equal(unknown, Of(Holding(OptionRight.Call, side), null));
        Assert.Equal(unknown, Of(Holding(OptionRight.Call, side, root: "GOOG1"), 101m));
    }
}
