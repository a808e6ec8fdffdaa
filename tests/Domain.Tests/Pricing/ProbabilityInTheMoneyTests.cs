using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Pricing;
using Xunit;

namespace ExitDesk.Domain.Tests.Pricing;

public sealed class ProbabilityInTheMoneyTests
{
    [Theory]
    [InlineData(OptionRight.Call, 750, 745, 60, 0.25, 0.859880825766951)]
    [InlineData(OptionRight.Put, 750, 745, 60, 0.25, 0.14011917423304904)]
    [InlineData(OptionRight.Call, 100, 100, 98_280, 0.20, 0.460172162722971)]
    [InlineData(OptionRight.Call, 100, 130, 24_570, 0.40, 0.07900128927389427)]
    public void WhenProbabilityIsKnown_ItIsMet(OptionRight right, int underlying, int strike, int minutes, double volatility, double expected) =>
        Assert.Equal(
            expected,
            (double)ProbabilityInTheMoney.Of(right, underlying, strike, TradingYear.Of(TimeSpan.FromMinutes(minutes)), (decimal)volatility),
            1e-12);

    /// <summary>At the strike nothing is exercised: that takes a cent.</summary>
    [Theory]
    [InlineData(OptionRight.Call, 100.01, 1)]
    [InlineData(OptionRight.Call, 100.00, 0)]
    [InlineData(OptionRight.Call, 99.99, 0)]
    [InlineData(OptionRight.Put, 100.01, 0)]
    [InlineData(OptionRight.Put, 100.00, 0)]
    [InlineData(OptionRight.Put, 99.99, 1)]
    public void WhenNoTimeIsLeft_ItIsCertain(OptionRight right, double underlying, int expected) =>
        Assert.Equal(expected, ProbabilityInTheMoney.Of(right, (decimal)underlying, 100m, 0, 0.25m));
}
