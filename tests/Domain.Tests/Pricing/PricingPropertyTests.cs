using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Pricing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ExitDesk.Domain.Tests.Pricing;

public sealed class PricingPropertyTests
{
    private const decimal Dust = 0.0000001m;

    private static readonly Gen<(decimal Underlying, decimal Strike, double Years, decimal Volatility, decimal Rate)> Worlds =
        from underlying in Gen.Choose(0, 200_000)
        from strike in Gen.Choose(1, 200_000)
        from minutes in Gen.OneOf(Gen.Choose(0, 390), Gen.Choose(0, 98_280))
        from volatility in Gen.Choose(0, 400)
        from rate in Gen.Choose(0, 10)
        select (underlying / 100m, strike / 100m, minutes / 98_280.0, volatility / 100m, rate / 100m);

    private static readonly Arbitrary<OptionRight> Rights = Gen.Elements(OptionRight.Call, OptionRight.Put).ToArbitrary();

    private static readonly Arbitrary<decimal> Steps = (from cents in Gen.Choose(1, 5_000) select cents / 100m).ToArbitrary();

    [Fact]
    public void WhateverTheWorld_CallMinusPutIsUnderlyingMinusDiscountedStrike() =>
        Prop.ForAll(Worlds.ToArbitrary(), world =>
        {
            var call = BlackScholes.Price(OptionRight.Call, world.Underlying, world.Strike, world.Years, world.Volatility, world.Rate);
            var put = BlackScholes.Price(OptionRight.Put, world.Underlying, world.Strike, world.Years, world.Volatility, world.Rate);
            var strike = world.Strike * (decimal)Math.Exp((double)-world.Rate * world.Years);
            return Math.Abs(call - put - (world.Underlying - strike)) < Dust;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void WhenVolatilityGrows_NoPriceFalls() =>
        Prop.ForAll(Worlds.ToArbitrary(), Rights, Steps, (world, right, more) =>
            BlackScholes.Price(right, world.Underlying, world.Strike, world.Years, world.Volatility + more)
            >= BlackScholes.Price(right, world.Underlying, world.Strike, world.Years, world.Volatility) - Dust).QuickCheckThrowOnFailure();

    [Fact]
    public void WhenTheUnderlyingRises_NoCallFallsAndNoPutRises() =>
        Prop.ForAll(Worlds.ToArbitrary(), Rights, Steps, (world, right, more) =>
        {
            var before = BlackScholes.Price(right, world.Underlying, world.Strike, world.Years, world.Volatility);
            var after = BlackScholes.Price(right, world.Underlying + more, world.Strike, world.Years, world.Volatility);
            return right == OptionRight.Call ? after >= before - Dust : after <= before + Dust;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void WhateverTheWorld_GreeksKeepTheirRanges() =>
        Prop.ForAll(Worlds.ToArbitrary(), Rights, (world, right) =>
        {
            var greeks = BlackScholes.Greeks(right, world.Underlying, world.Strike, world.Years, world.Volatility);
            var isInRange = right == OptionRight.Call ? greeks.Delta is >= 0 and <= 1 : greeks.Delta is >= -1 and <= 0;
            return isInRange && greeks.Gamma >= 0 && greeks.Vega >= 0 && greeks.Theta <= 0;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void WhenAVolatilityIsSolved_ItGivesThePriceBack() =>
        Prop.ForAll(Worlds.ToArbitrary(), Rights, (world, right) =>
        {
            var price = decimal.Round(BlackScholes.Price(right, world.Underlying, world.Strike, world.Years, world.Volatility, world.Rate), 2);
            var solved = ImpliedVolatility.Solve(right, price, world.Underlying, world.Strike, world.Years, world.Rate);
            return solved is not { } volatility
                || Math.Abs(BlackScholes.Price(right, world.Underlying, world.Strike, world.Years, volatility, world.Rate) - price) < 0.000001m;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void WhateverTheWorld_TheTwoProbabilitiesSumToOneOrToNoneAtTheStrike() =>
        Prop.ForAll(Worlds.ToArbitrary(), world =>
        {
            var call = ProbabilityInTheMoney.Of(OptionRight.Call, world.Underlying, world.Strike, world.Years, world.Volatility);
            var put = ProbabilityInTheMoney.Of(OptionRight.Put, world.Underlying, world.Strike, world.Years, world.Volatility);
            var isCertain = world.Years == 0 || world.Volatility == 0;
            return call is >= 0 and <= 1 && put is >= 0 and <= 1
                && Math.Abs(call + put - (isCertain && world.Underlying == world.Strike ? 0 : 1)) < Dust;
        }).QuickCheckThrowOnFailure();
}
