using ExitDesk.Simulator.Market.Seeded;
using Xunit;

namespace ExitDesk.Simulator.Tests.Market.Seeded;

public sealed class BlackScholesTests
{
    [Theory]
    [InlineData(42, 40, 0.5, 0.10, 0, 0.20, true, 4.76, 0.005)] // Hull, Options, Futures and Other Derivatives, example 15.6
    [InlineData(42, 40, 0.5, 0.10, 0, 0.20, false, 0.81, 0.005)] // Hull, the same example
    [InlineData(49, 50, 0.3846, 0.05, 0, 0.20, true, 2.40, 0.005)] // Hull, chapter on the Greek letters
    [InlineData(60, 65, 0.25, 0.08, 0, 0.30, true, 2.1334, 0.00005)] // Haug, Option Pricing Formulas, section 1.1.1
    [InlineData(100, 95, 0.5, 0.10, 0.05, 0.20, false, 2.4648, 0.00005)] // Haug, section 1.1.2, dividend yield
    public void WhenTheLiteratureHasAnExample_ThePriceIsThat(
        double spot, double strike, double years, double rate, double yield, double volatility,
        bool isCall, double price, double within)
    {
        var option = new BlackScholes(spot, strike, years, rate, yield, volatility);

        Assert.InRange(option.Price(isCall), price - within, price + within);
    }

    [Fact]
    public void WhenHullTeachesTheGreekLetters_TheyAreThose()
    {
        var greeks = new BlackScholes(49, 50, 0.3846, 0.05, 0, 0.20).Greeks(isCall: true);

        Assert.Equal(0.522, greeks.Delta, 3);
        Assert.Equal(0.066, greeks.Gamma, 3);
        Assert.Equal(-4.31, greeks.Theta * 252, 2); // Hull's is a year's
        Assert.Equal(12.1, greeks.Vega * 100, 1); // Hull's is for 1.00 of volatility
        Assert.Equal(8.91, greeks.Rho * 100, 2);
        Assert.Equal(0.20, greeks.ImpliedVolatility);
    }

    [Fact]
    public void WhenCallAndPutAreCompared_ParityHolds()
    {
        foreach (var option in Samples())
        {
            var forward = (option.Spot * Math.Exp(-option.DividendYield * option.Years))
                - (option.Strike * Math.Exp(-option.Rate * option.Years));

            Assert.Equal(forward, option.Price(true) - option.Price(false), 1e-9 * (option.Spot + option.Strike));
        }
    }

    [Fact]
    public void WhenPricesAreMovedALittle_GreeksAreTheirSlopes()
    {
        foreach (var option in Samples())
        {
            foreach (var isCall in new[] { true, false })
            {
                var greeks = option.Greeks(isCall);
                var h = option.Spot * 1e-4;
                var up = (option with { Spot = option.Spot + h }).Price(isCall);
                var down = (option with { Spot = option.Spot - h }).Price(isCall);
                var later = (option with { Years = option.Years - 1e-6 }).Price(isCall);
                var earlier = (option with { Years = option.Years + 1e-6 }).Price(isCall);
                var wilder = (option with { Volatility = option.Volatility + 1e-5 }).Price(isCall);
                var calmer = (option with { Volatility = option.Volatility - 1e-5 }).Price(isCall);
                var dearer = (option with { Rate = option.Rate + 1e-5 }).Price(isCall);
                var cheaper = (option with { Rate = option.Rate - 1e-5 }).Price(isCall);

                Assert.Equal((up - down) / (2 * h), greeks.Delta, 1e-4);
                Assert.Equal((up - (2 * option.Price(isCall)) + down) / (h * h), greeks.Gamma, 1e-3);
                Assert.Equal((later - earlier) / 2e-6 / 252, greeks.Theta, 1e-4 * (1 + Math.Abs(greeks.Theta)));
                Assert.Equal((wilder - calmer) / 2e-5 * 0.01, greeks.Vega, 1e-4 * (1 + greeks.Vega));
                Assert.Equal((dearer - cheaper) / 2e-5 * 0.01, greeks.Rho, 1e-4 * (1 + Math.Abs(greeks.Rho)));
            }
        }
    }

    [Theory]
    [InlineData(101, true, 1, 1)]
    [InlineData(101, false, 0, 0)]
    [InlineData(99, true, 0, 0)]
    [InlineData(99, false, 1, -1)]
    [InlineData(100, true, 0, 0)]
    public void WhenItExpires_ItIsWorthWhatItIsInTheMoney(double spot, bool isCall, double price, double delta)
    {
        var option = new BlackScholes(spot, 100, 0, 0.05, 0.01, 0.3);

        Assert.Equal(price, option.Price(isCall));
        Assert.Equal(delta, option.Greeks(isCall).Delta);
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.8413447460685429)] // Abramowitz and Stegun, table 26.1
    [InlineData(-1.96, 0.024997895148220435)]
    [InlineData(-8, 6.220960574271785e-16)]
    [InlineData(40, 1)]
    public void WhenTheNormalDistributionIsTabulated_ItIsThat(double x, double expected) =>
        Assert.Equal(expected, NormalDistribution.Cumulative(x), 1e-14 * Math.Max(expected, 1e-3));

    private static IEnumerable<BlackScholes> Samples()
    {
        var random = new Random(20151223);
        for (var sample = 0; sample < 500; sample++)
        {
            var spot = 20 + (300 * random.NextDouble());
            yield return new BlackScholes(
                spot,
                spot * (0.7 + (0.6 * random.NextDouble())),
                0.02 + (2 * random.NextDouble()),
                0.1 * random.NextDouble(),
                0.05 * random.NextDouble(),
                0.1 + (0.6 * random.NextDouble()));
        }
    }
}
