using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Pricing;
using Xunit;

namespace ExitDesk.Domain.Tests.Pricing;

public sealed class BlackScholesTests
{
    private const double AnHour = 60 / 98_280.0;

    /// <summary>The third and fourth are the worked example of Hull, "Options, Futures, and Other Derivatives": 4.76 and 0.81.</summary>
    [Theory]
    [InlineData(OptionRight.Call, 100, 100, 1, 0.20, 0.05, 10.450583572185565)]
    [InlineData(OptionRight.Put, 100, 100, 1, 0.20, 0.05, 5.573526022256971)]
    [InlineData(OptionRight.Call, 42, 40, 0.5, 0.20, 0.10, 4.759422392871535)]
    [InlineData(OptionRight.Put, 42, 40, 0.5, 0.20, 0.10, 0.8085993729000958)]
    [InlineData(OptionRight.Call, 100, 100, 1, 0.20, 0, 7.965567455405804)]
    [InlineData(OptionRight.Put, 100, 100, 1, 0.20, 0, 7.965567455405804)]
    [InlineData(OptionRight.Call, 750, 745, AnHour, 0.25, 0, 5.327715915703493)]
    [InlineData(OptionRight.Put, 750, 745, AnHour, 0.25, 0, 0.3277159157033793)]
    [InlineData(OptionRight.Call, 100, 130, 0.25, 0.40, 0, 1.0088716159685962)]
    [InlineData(OptionRight.Put, 100, 130, 0.25, 0.40, 0, 31.008871615968587)]
    public void WhenPriceIsKnown_ItIsMet(
        OptionRight right, double underlying, double strike, double years, double volatility, double rate, double expected) =>
        Assert.Equal(
            expected,
            (double)BlackScholes.Price(right, (decimal)underlying, (decimal)strike, years, (decimal)volatility, (decimal)rate),
            1e-9);

    [Theory]
    [InlineData(OptionRight.Call, 0.6368306511756191, 0.018762017345846895, -6.414027546438197, 37.52403469169379)]
    [InlineData(OptionRight.Put, -0.3631693488243809, 0.018762017345846895, -1.657880423934626, 37.52403469169379)]
    public void WhenGreeksAreKnown_TheyAreMet(OptionRight right, double delta, double gamma, double yearlyTheta, double wholeVega)
    {
        var greeks = BlackScholes.Greeks(right, 100m, 100m, 1, 0.20m, 0.05m);

        Assert.Equal(delta, (double)greeks.Delta, 1e-12);
        Assert.Equal(gamma, (double)greeks.Gamma, 1e-12);
        Assert.Equal(yearlyTheta / 252, (double)greeks.Theta, 1e-12);
        Assert.Equal(wholeVega / 100, (double)greeks.Vega, 1e-12);
    }

    [Theory]
    [InlineData(OptionRight.Call, 101, 1, 1)]
    [InlineData(OptionRight.Call, 100, 0, 0.5)]
    [InlineData(OptionRight.Call, 99, 0, 0)]
    [InlineData(OptionRight.Put, 101, 0, 0)]
    [InlineData(OptionRight.Put, 100, 0, -0.5)]
    [InlineData(OptionRight.Put, 99, 1, -1)]
    public void WhenNothingIsLeftToChance_ThePriceIsIntrinsic(OptionRight right, int underlying, int expected, double delta)
    {
        foreach (var (years, volatility) in new[] { (0.0, 0.25m), (-1.0, 0.25m), (0.5, 0m), (0.5, -0.1m), (0.0, 0m) })
        {
            Assert.Equal(expected, BlackScholes.Price(right, underlying, 100m, years, volatility));
            Assert.Equal(new OptionGreeks((decimal)delta, 0, 0, 0), BlackScholes.Greeks(right, underlying, 100m, years, volatility));
        }
    }

    [Theory]
    [InlineData(OptionRight.Call, 10_000, 9_900, 1)]
    [InlineData(OptionRight.Put, 10_000, 0, 0)]
    [InlineData(OptionRight.Call, 0.0001, 0, 0)]
    [InlineData(OptionRight.Put, 0.0001, 99.9999, -1)]
    [InlineData(OptionRight.Call, 0, 0, 0)]
    [InlineData(OptionRight.Put, 0, 100, -1)]
    public void WhenDeepOnEitherSide_NumbersStayNumbers(OptionRight right, double underlying, double price, double delta)
    {
        Assert.Equal(price, (double)BlackScholes.Price(right, (decimal)underlying, 100m, AnHour, 0.40m), 1e-9);
        Assert.Equal(delta, (double)BlackScholes.Greeks(right, (decimal)underlying, 100m, AnHour, 0.40m).Delta, 1e-9);
    }

    [Fact]
    public void WhenVolatilityIsAbsurd_ACallIsWorthItsUnderlyingAndAPutItsStrike()
    {
        Assert.Equal(100m, BlackScholes.Price(OptionRight.Call, 100m, 120m, 1, 1_000m));
        Assert.Equal(120m, BlackScholes.Price(OptionRight.Put, 100m, 120m, 1, 1_000m));
    }
}
