using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Market.Seeded;
using Xunit;

namespace ExitDesk.Simulator.Tests.Market.Seeded;

public sealed class SeededActionTests
{
    private static readonly DateOnly ExDate = new(2026, 11, 23);
    private static readonly DateOnly Expiration = new(2026, 12, 18);
    private static readonly TimeOnly Noon = new(12, 0);

    [Fact]
    public void WhenADividendIsPaid_TheOpenIsLowerByIt()
    {
        var with = Market(new CorporateAction("ACME", ExDate, 1.50m));
        var without = Market();

        Assert.Equal(Close(without), Close(with));
        Assert.Equal(-1.50m, Mid(with, OpenOf(with)) - Mid(without, OpenOf(without)), 1);
    }

    [Fact]
    public void WhenTheStockSplitsTwoForOne_PricesHalve()
    {
        var with = Market(new CorporateAction("ACME", ExDate, SplitTo: 2));
        var without = Market();

        Assert.Equal(Mid(without, OpenOf(without)) / 2, Mid(with, OpenOf(with)), 1);
        Assert.Null(with.OptionQuote("ACME261218C00100000", At(ExDate)));
        Assert.Equal(
            Mid(without.OptionQuote("ACME261218C00100000", At(ExDate))!) / 2,
            Mid(with.OptionQuote("ACME261218C00050000", At(ExDate))!),
            1);
    }

    [Fact]
    public void WhenADaysPricesAreScripted_TheyAreOfSplitShares()
    {
        var with = Market(new CorporateAction("ACME", ExDate, SplitTo: 2));
        Assert.Equal(55m, Mid(with.StockQuote("ACME", At(ExDate))!), 1);
        Assert.Equal(110m, Mid(Market().StockQuote("ACME", At(ExDate))!), 1);
    }

    [Fact]
    public void WhenTheSplitIsOdd_AnAdjustedRootComesInPlace()
    {
        var market = Market(new CorporateAction("ACME", ExDate, SplitTo: 3, SplitFrom: 2));

        var adjusted = market.Contracts.Single(contract => contract.Symbol == "ACME1261218C00066670");
        Assert.Equal((150, ExDate, true), (adjusted.Multiplier, adjusted.ListedFrom!.Value, adjusted.IsAdjusted));
        Assert.NotNull(market.OptionQuote("ACME261218C00100000", At(SampleMarket.Date)));
        Assert.Null(market.OptionQuote("ACME1261218C00066670", At(SampleMarket.Date)));
        Assert.Null(market.OptionQuote("ACME261218C00100000", At(ExDate)));
        Assert.NotNull(market.OptionQuote("ACME1261218C00066670", At(ExDate)));
        Assert.NotNull(market.Greeks("ACME1261218C00066670", At(ExDate)));
        Assert.Null(market.Greeks("ACME261218C00100000", At(ExDate)));
    }

    [Fact]
    public void WhenAStrikeIsInBothChains_ItIsListedThroughout()
    {
        var market = Market(new CorporateAction("ACME", ExDate, SplitTo: 2), 100m, 50m);
        var both = market.Contracts.Single(contract => contract.Symbol == "ACME261218C00050000");
        Assert.Equal((null, null), (both.ListedFrom, both.ListedUntil));
        Assert.Equal(
            ["ACME261218C00025000", "ACME261218C00050000", "ACME261218C00100000"],
            market.Contracts.Where(contract => contract.IsCall).Select(contract => contract.Symbol));
    }

    [Fact]
    public void WhenThereAreNoActions_NoQuoteMoves() =>
        Assert.Equal(Market().StockQuote("ACME", At(ExDate)), new SeededMarket(Spec([100m]) with { Actions = null }).StockQuote("ACME", At(ExDate)));

    [Fact]
    public void WhenActionsAreWrong_EachIsNamed()
    {
        var spec = Spec([100m]) with
        {
            Actions =
            [
                new("NONE", ExDate, 1m),
                new("ACME", SampleMarket.Date, 1m),
                new("ACME", ExDate, -1m),
                new("ACME", ExDate, SplitTo: 0),
                new("ACME", ExDate, SplitTo: 4, SplitFrom: 3),
            ],
        };
        string[] expected = ["no such underlying", "not a session after the first", "dividend -1", "both positive", "parts of shares", "splits 2 times"];
        Assert.Equal(expected.Length, spec.Problems().Count);
        Assert.All(expected.Zip(spec.Problems()), pair => Assert.Contains(pair.First, pair.Second, StringComparison.Ordinal));
    }

    private static SeededMarket Market(CorporateAction? action = null, params decimal[] strikes) =>
        new(Spec(strikes.Length == 0 ? [100m] : strikes) with { Actions = action is null ? [] : [action] });

    private static SeededMarketSpec Spec(IReadOnlyList<decimal> strikes) => new(
        7,
        SampleMarket.Date,
        0.04,
        [new("ACME", 100m, 0.3, 0, TickGrid.AlwaysPenny, [new(Noon, 0.10, Session: 1)], [Expiration], strikes)],
        Sessions: 2);

    private static DateTimeOffset At(DateOnly date) => NewYork.ToUtc(date, Noon);

    private static DateTimeOffset OpenOf(SeededMarket market) => market.Days[1].Open;

    private static MarketQuote? Close(SeededMarket market) => market.StockQuote("ACME", market.Days[0].Close);

    private static decimal Mid(SeededMarket market, DateTimeOffset at) => Mid(market.StockQuote("ACME", at)!);

    private static decimal Mid(MarketQuote quote) => (quote.Bid!.Value + quote.Ask!.Value) / 2;
}
