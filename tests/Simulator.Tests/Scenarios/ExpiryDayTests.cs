using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Scenarios;
using ExitDesk.Simulator.Venue;
using Xunit;

namespace ExitDesk.Simulator.Tests.Scenarios;

public sealed class ExpiryDayTests
{
    private const int Etf = 30;
    private const int Name = 45;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void WhenTheSeedChanges_EachPositionLeavesAtTheSameRung(int seed)
    {
        var market = ExpiryDay.Create(seed).Market;

        Assert.Equal("T-5", LadderOracle.RungOf(market, "AAPL261120C00220000", Name));
        Assert.Equal("T-2", LadderOracle.RungOf(market, "MSFT261120C00435000", Name));
        Assert.Equal("T-5", LadderOracle.RungOf(market, "QCOM261120P00160000", Name));
        Assert.Equal("left", LadderOracle.RungOf(market, "NVDA261120C00150000", Name));
        Assert.Equal("T-5", LadderOracle.RungOf(market, "META261120P00600000", Name));
        Assert.Equal("T-2", LadderOracle.RungOf(market, "TSLA261120C00345000", Name));
        Assert.Equal("T-2", LadderOracle.RungOf(market, "AMZN261120C00207500", Name));
        Assert.Equal("T-5", LadderOracle.RungOf(market, "SPY261120C00585000", Etf));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void WhenTheSeedChanges_WhatFinishesInTheMoneyStaysTheSame(int seed)
    {
        var market = ExpiryDay.Create(seed).Market;
        decimal Last(string symbol) => market.LastStockTrade(symbol, market.Days[0].Close)!.Price;

        Assert.True(Last("MSFT") > 435m);
        Assert.True(Last("NVDA") < 150m);
        Assert.True(Last("TSLA") < 345m);
        Assert.True(LadderOracle.AsksAtT30(market, "MSFT261120C00435000", Name));
        Assert.False(LadderOracle.AsksAtT30(market, "NVDA261120C00150000", Name));
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
    [MemberData(nameof(Seeds))]
    public void WhenTheOwnerRestsAStop_ItHoldsTheContractsUntilTheLadderComes(int seed)
    {
        var alone = new VenueAlone(ExpiryDay.Create(seed));
        alone.PlayUntil(NewYork.ToUtc(new DateOnly(2026, 11, 20), new TimeOnly(14, 59)));

        Assert.Equal(2, alone.Venue.Position("TSLA261120C00345000")!.HeldForOrders);
        Assert.Equal(OrderKind.Stop, Assert.Single(alone.Venue.Orders(), order => order.IsLive).Kind);
    }
}
