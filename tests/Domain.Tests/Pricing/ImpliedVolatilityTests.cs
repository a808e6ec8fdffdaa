using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Pricing;
using Xunit;

namespace ExitDesk.Domain.Tests.Pricing;

public sealed class ImpliedVolatilityTests
{
    private const double AnHour = 60 / 98_280.0;

    [Theory]
    [InlineData(OptionRight.Call, 7.965567455405804, 100, 100, 1, 0, 0.20)]
    [InlineData(OptionRight.Put, 5.573526022256971, 100, 100, 1, 0.05, 0.20)]
    [InlineData(OptionRight.Call, 5.327715915703493, 750, 745, AnHour, 0, 0.25)]
    [InlineData(OptionRight.Put, 0.3277159157033793, 750, 745, AnHour, 0, 0.25)]
    [InlineData(OptionRight.Put, 31.008871615968587, 100, 130, 0.25, 0, 0.40)]
    public void WhenPriceIsOfAVolatility_ItIsFound(
        OptionRight right, double price, double underlying, double strike, double years, double rate, double expected) =>
        Assert.Equal(
            expected,
            (double)ImpliedVolatility.Solve(right, (decimal)price, (decimal)underlying, (decimal)strike, years, (decimal)rate)!.Value,
            1e-8);

    [Theory]
    [InlineData(0.0002)]
    [InlineData(0.01)]
    [InlineData(5)]
    [InlineData(49)]
    public void WhenVolatilityIsExtreme_ItIsFoundAtTheMoney(double volatility)
    {
        var price = BlackScholes.Price(OptionRight.Call, 100m, 100m, AnHour, (decimal)volatility);

        Assert.Equal(volatility, (double)ImpliedVolatility.Solve(OptionRight.Call, price, 100m, 100m, AnHour)!.Value, volatility * 1e-6);
    }

    [Theory]
    [InlineData(OptionRight.Call, 105, 4.99)]
    [InlineData(OptionRight.Call, 105, 5.00)]
    [InlineData(OptionRight.Put, 95, 4.99)]
    [InlineData(OptionRight.Put, 95, 5.00)]
    [InlineData(OptionRight.Call, 95, 0)]
    [InlineData(OptionRight.Put, 105, 0)]
    public void WhenPriceIsAtOrBelowIntrinsic_ThereIsNone(OptionRight right, int underlying, double price) =>
        Assert.Null(ImpliedVolatility.Solve(right, (decimal)price, underlying, 100m, 0.1));

    [Theory]
    [InlineData(OptionRight.Call, 105)]
    [InlineData(OptionRight.Put, 95)]
    public void WhenPriceIsACentAboveIntrinsic_ThereIsOne(OptionRight right, int underlying) =>
        Assert.NotNull(ImpliedVolatility.Solve(right, 5.01m, underlying, 100m, 0.1));

    [Theory]
    [InlineData(OptionRight.Call, 100)]
    [InlineData(OptionRight.Put, 110)]
    [InlineData(OptionRight.Put, 111)]
    public void WhenNoVolatilityReachesThePrice_ThereIsNone(OptionRight right, int price) =>
        Assert.Null(ImpliedVolatility.Solve(right, price, 100m, 110m, 0.1));

    [Theory]
    [InlineData(0, 100)]
    [InlineData(-1, 100)]
    [InlineData(0.1, 0)]
    public void WhenNothingIsLeftToChance_ThereIsNone(double years, int underlying) =>
        Assert.Null(ImpliedVolatility.Solve(OptionRight.Put, 1m, underlying, 100m, years));
}
