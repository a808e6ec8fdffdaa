using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Scenarios;
using ExitDesk.Simulator.Venue;
using ExitDesk.TestKit.Scenarios;
using Xunit;

namespace ExitDesk.Simulator.Tests.Scenarios;

public sealed class ExpiryDayTests
{
    [Theory]
    [MemberData(nameof(Seeds.Forty), MemberType = typeof(Seeds))]
    public void WhenTheSeedChanges_EachPositionLeavesAtTheSameRung(int seed)
    {
        var market = ExpiryDay.Create(seed).Market;

        Rungs.AssertOf(
            market,
            ("AAPL261120C00220000", "T-5"),
            ("MSFT261120C00435000", "T-2"),
            ("QCOM261120P00160000", "T-5"),
            ("NVDA261120C00150000", "left"),
            ("META261120P00600000", "T-5"),
            ("TSLA261120C00345000", "T-2"),
            ("AMZN261120C00207500", "T-2"),
            ("SPY261120C00585000", "T-5"));
    }

    [Theory]
    [MemberData(nameof(Seeds.Forty), MemberType = typeof(Seeds))]
    public void WhenTheSeedChanges_WhatFinishesInTheMoneyStaysTheSame(int seed)
    {
        var market = ExpiryDay.Create(seed).Market;
        decimal Last(string symbol) => market.LastStockTrade(symbol, market.Days[0].Close)!.Price;

        Assert.True(Last("MSFT") > 435m);
        Assert.True(Last("NVDA") < 150m);
        Assert.True(Last("TSLA") < 345m);
        Assert.True(new LadderOracle(market, "MSFT261120C00435000").AsksAtT30);
        Assert.False(new LadderOracle(market, "NVDA261120C00150000").AsksAtT30);
    }

    [Fact]
    public void WhenNobodyGuardsTheAccount_TheBrokerSettlesEverythingOverNight()
    {
        var scenario = ExpiryDay.Create(1);
        var alone = new VenueAlone(scenario);
        alone.PlayToEnd();

        Assert.True(scenario.HasMorningAfter);
        var types = alone.Venue.Activities().Where(line => line.Symbol.Length > 6 && line.Type != ActivityType.Fill).ToDictionary(line => line.Symbol, line => line.Type);
        Assert.Equal(ActivityType.OptionExpired, types["NVDA261120C00150000"]);
        Assert.Equal(ActivityType.OptionExercised, types["AAPL261120C00220000"]);
        Assert.All(alone.Held.Keys, symbol => Assert.True(symbol.Length <= 4, $"{symbol} is still held"));
    }

    [Fact]
    public void WhenAmazonIsHalted_NothingIsKnownOfItUntilItTradesAgain()
    {
        var market = ExpiryDay.Create(1).Market;
        var at = NewYork.ToUtc(market.Days[0].Date, new TimeOnly(14, 58));

        Assert.Null(market.StockQuote("AMZN", at));
        Assert.Null(market.OptionQuote("AMZN261120C00207500", at));
        Assert.True(market.LastStockTrade("AMZN", at)!.At < at.AddMinutes(-4));
        Assert.NotNull(market.OptionQuote("AMZN261120C00207500", at.AddMinutes(6)));
    }

    [Theory]
    [MemberData(nameof(Seeds.Forty), MemberType = typeof(Seeds))]
    public void WhenTheOwnerRestsAStop_ItHoldsTheContractsUntilTheLadderComes(int seed)
    {
        var alone = new VenueAlone(ExpiryDay.Create(seed));
        alone.PlayUntil(NewYork.ToUtc(new DateOnly(2026, 11, 20), new TimeOnly(14, 59)));

        Assert.Equal(2, alone.Venue.Position("TSLA261120C00345000")!.HeldForOrders);
        Assert.Equal(OrderKind.Stop, Assert.Single(alone.Venue.Orders(), order => order.IsLive).Kind);
    }
}
