using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Market.Seeded;
using ExitDesk.Simulator.Tests.Market.Seeded;
using Xunit;

namespace ExitDesk.Simulator.Tests.Market;

public sealed class FaultyMarketTests
{
    private const string Struck = "SPY270115C00600000";
    private const string Spared = "SPY270115P00600000";
    private static readonly SeededMarket Right = SampleMarket.Create();
    private static readonly DateTimeOffset From = Right.Days[0].Open.AddHours(1);
    private static readonly DateTimeOffset To = From.AddMinutes(4);

    [Fact]
    public void WhenHalted_QuotesAndGreeksAreMissing()
    {
        var market = Spoiled(Fault.Halted);

        Assert.Null(market.OptionQuote(Struck, From));
        Assert.Null(market.Greeks(Struck, From));
    }

    [Fact]
    public void WhenCrossed_TheBidIsAboveTheAsk()
    {
        var quote = Spoiled(Fault.Crossed).OptionQuote(Struck, From)!;

        Assert.True(quote.Bid > quote.Ask);
    }

    [Fact]
    public void WhenTheBidIsZero_TheAskStays()
    {
        var quote = Spoiled(Fault.ZeroBid).OptionQuote(Struck, From)!;

        Assert.Equal((0m, 0, Right.OptionQuote(Struck, From)!.Ask), (quote.Bid!.Value, quote.BidSize, quote.Ask));
    }

    [Theory]
    [InlineData(Struck)]
    [InlineData("SPY270115C00700000")]
    public void WhenWide_TheSpreadIsBeyondBothLimits(string symbol)
    {
        var quote = Spoiled(Fault.Wide, symbol).OptionQuote(symbol, From)!;
        var spread = quote.Ask!.Value - quote.Bid!.Value;

        Assert.True(spread > 0.10m && spread > 0.20m * (quote.Ask.Value + quote.Bid.Value) / 2, $"{quote}");
    }

    [Fact]
    public void WhenAPrintIsWild_ThePricesAreFarOff()
    {
        var right = Right.OptionQuote(Struck, From)!;
        var wild = Spoiled(Fault.WildPrint).OptionQuote(Struck, From)!;

        Assert.Equal((right.Bid * 3, right.Ask * 3), (wild.Bid, wild.Ask));
    }

    [Theory]
    [InlineData(Fault.Halted)]
    [InlineData(Fault.Crossed)]
    [InlineData(Fault.ZeroBid)]
    [InlineData(Fault.Wide)]
    [InlineData(Fault.WildPrint)]
    public void WhenTimeOrSymbolIsAnother_QuotesAreRight(Fault kind)
    {
        var market = Spoiled(kind);

        Assert.NotEqual(Right.OptionQuote(Struck, To.AddTicks(-1)), market.OptionQuote(Struck, To.AddTicks(-1)));
        Assert.Equal(Right.OptionQuote(Struck, To), market.OptionQuote(Struck, To));
        Assert.Equal(Right.OptionQuote(Struck, From.AddTicks(-1)), market.OptionQuote(Struck, From.AddTicks(-1)));
        Assert.Equal(Right.OptionQuote(Spared, From), market.OptionQuote(Spared, From));
        Assert.Equal(Right.LastStockTrade("SPY", From), market.LastStockTrade("SPY", From));
    }

    [Fact]
    public void WhenAStockIsStruck_ItsQuoteIsMissing() => Assert.Null(Spoiled(Fault.Halted, "SPY").StockQuote("SPY", From));

    [Fact]
    public void WhenThePlanDoesNotIncludeTheFault_NothingIsSpoiled()
    {
        var market = new FaultyMarket(Right, FaultPlan.None, [new(Fault.Halted, Struck, From, To)]);

        Assert.Equal(Right.OptionQuote(Struck, From), market.OptionQuote(Struck, From));
    }

    [Fact]
    public void WhenAFaultIsSeenAgain_ItCountsOnceAndStillStrikes()
    {
        var plan = new FaultPlan(new HashSet<Fault> { Fault.Halted }, 1);
        var market = new FaultyMarket(Right, plan, [new(Fault.Halted, Struck, From, To)]);

        Assert.Empty(plan.Strikes);
        Assert.Null(market.OptionQuote(Struck, From));
        Assert.Null(market.OptionQuote(Struck, From));
        Assert.Equal(1, plan.Strikes[Fault.Halted]);
    }

    private static IReadOnlyList<(string, DateTimeOffset)> Held => [(Struck, Right.Days[0].Open.AddDays(-1)), (Spared, Right.Days[0].Open.AddDays(-1))];

    [Fact]
    public void WhenAScheduleIsDrawn_EachIncludedKindStrikesOnceEachSession()
    {
        var plan = new FaultPlan(new HashSet<Fault> { Fault.Wide, Fault.WildPrint, Fault.Hang }, 1);

        var windows = QuoteFaultSchedule.Draw(Right, Held, plan, 3);

        Assert.Equal([Fault.Wide, Fault.Wide, Fault.WildPrint, Fault.WildPrint], windows.Select(window => window.Kind));
        Assert.Equal(windows, QuoteFaultSchedule.Draw(Right, Held, plan, 3));
        Assert.Equal(Right.Days.Select(day => day.Open), windows.Skip(2).Select(window => window.From));
        Assert.All(windows, window => Assert.NotNull(Right.OptionQuote(window.Symbol, window.To)));
    }

    [Fact]
    public void WhenASymbolComesInDuringTheSession_ItsQuotesAreSpoiledWhileItIsStillHeld()
    {
        var plan = new FaultPlan(QuoteFault.Kinds.ToHashSet(), 1);
        var at = Right.Days[0].Open.AddMinutes(5);

        foreach (var window in Enumerable.Range(1, 50).SelectMany(seed => QuoteFaultSchedule.Draw(Right, [(Struck, at), ("SPY", at)], plan, seed)).Where(window => window.From < Right.Days[0].Close))
        {
            Assert.Equal(Struck, window.Symbol);
            Assert.InRange(window.From, at.AddSeconds(135), at.AddMinutes(66));
        }
    }

    [Fact]
    public void WhenThereAreEnoughSymbols_NoTwoKindsStrikeTheSame()
    {
        var symbols = Enumerable.Range(0, QuoteFault.Kinds.Count).Select(number => ($"S{number}", Right.Days[0].Open.AddDays(-1))).ToList();

        var windows = QuoteFaultSchedule.Draw(Right, symbols, new FaultPlan(QuoteFault.Kinds.ToHashSet(), 1), 3);

        Assert.Distinct(windows.Where(window => window.From < Right.Days[0].Close).Select(window => window.Symbol));
    }

    private static FaultyMarket Spoiled(Fault kind, string symbol = Struck) =>
        new(Right, new FaultPlan(new HashSet<Fault> { kind }, 1), [new QuoteFault(kind, symbol, From, To)]);
}
