using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Dividends;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Market;
using ExitDesk.Engine.Tests.Workflows;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Market;

/// <summary>Shares of Berkshire's class B are BRK.B to the broker, the root of their options is BRKB.</summary>
public sealed class UnderlyingReadsTests
{
    private const string Call = "BRKB160115C00150000";

    private static readonly DateOnly From = new(2015, 12, 23);
    private static readonly DateOnly To = new(2015, 12, 24);

    private readonly DeskHarness _desk = new();
    private readonly UnderlyingReads _reads;

    public UnderlyingReadsTests()
    {
        _reads = new UnderlyingReads(_desk.Market);
        _desk.Market.Stocks["BRK.B"] = new StockPrice(null, 148m, _desk.Now);
        _desk.Market.Stocks["GOOG"] = new StockPrice(null, 750m, _desk.Now);
        _desk.Market.List(new ContractTerms(Call, "BRKB", "BRK.B", 100, "active", false));
        _desk.Market.Dividends.Add(new CashDividend("BRK.B", From, 0.5m));
    }

    [Fact]
    public async Task WhenOnlyTheOptionIsHeld_ItsContractTellsTheSpellingOnce()
    {
        Assert.Equal(148m, (await PricesAsync(Call, Contracts.Goog))["BRKB"].LastTrade);
        Assert.Equal(148m, (await PricesAsync(Call, Contracts.Goog))["BRKB"].LastTrade);
        Assert.Equal(1, _desk.Market.Calls["contracts"]);
        Assert.Equal(0.5m, await DividendAsync(Call));
        Assert.Equal(1, _desk.Market.Calls["contracts"]);
    }

    [Fact]
    public async Task WhenSharesAreHeldToo_TheyTellIt()
    {
        Assert.Equal(148m, (await PricesAsync("BRK.B", Call))["BRKB"].LastTrade);
        Assert.Equal(0.5m, await DividendAsync(Call, "BRK.B"));
        Assert.False(_desk.Market.Calls.ContainsKey("contracts"));
    }

    [Fact]
    public async Task WhenTheSpellingIsPlain_NoContractIsRead()
    {
        await PricesAsync(Contracts.Goog);
        Assert.Null(await DividendAsync(Contracts.Goog));
        Assert.False(_desk.Market.Calls.ContainsKey("contracts"));
    }

    [Fact]
    public async Task WhenTheContractCannotBeRead_ThePriceIsAbsentAndNoDividendIsTakenForNone()
    {
        _desk.Market.Unlist(Call);
        Assert.DoesNotContain("BRKB", (await PricesAsync(Call, Contracts.Goog)).Keys);
        Assert.Null((await DividendsAsync(Call)).Of("BRKB"));
    }

    [Fact]
    public async Task WhenOneSpellingIsNotKnown_TheDividendsOfAllOthersAre()
    {
        _desk.Market.Unlist(Call);
        _desk.Market.Dividends.Add(new CashDividend("GOOG", From, 0.2m));
        var dividends = await DividendsAsync(Call, Contracts.Goog, Contracts.Aapl);
        Assert.Equal((null, 0.2m, 0m), (dividends.Of("BRKB"), dividends.Of("GOOG"), dividends.Of("AAPL")));
    }

    [Fact]
    public async Task WhenAnotherStockHasThePlainSpelling_ItsPriceIsNotTaken()
    {
        _desk.Market.Stocks["BRKB"] = new StockPrice(null, 9m, _desk.Now);
        Assert.Equal(148m, (await PricesAsync(Call, Contracts.Goog))["BRKB"].LastTrade);
        Assert.Equal(148m, (await PricesAsync(Call, Contracts.Goog))["BRKB"].LastTrade);
        Assert.Equal((1, 2), (_desk.Market.Calls["contracts"], _desk.Market.Calls["stocks"]));
    }

    [Fact]
    public async Task WhenAPlainNameLooksLikeAShareClass_ItsContractIsReadOnce()
    {
        _desk.Market.Stocks["TSLA"] = new StockPrice(null, 230m, _desk.Now);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(230m, (await PricesAsync("TSLA160115C00230000"))["TSLA"].LastTrade);
        }

        Assert.Equal((1, 3), (_desk.Market.Calls["contracts"], _desk.Market.Calls["stocks"]));
    }

    [Fact]
    public async Task WhenTheContractCannotBeRead_ThePlainSpellingServesUntilItCan()
    {
        _desk.Market.Stocks["TSLA"] = new StockPrice(null, 230m, _desk.Now);
        _desk.Market.Stocks["TSL.A"] = new StockPrice(null, 5m, _desk.Now);
        _desk.Market.List(new ContractTerms("TSLA160115C00230000", "TSLA", "TSL.A", 100, "active", false));
        _desk.Market.Failing.Add("contracts");
        Assert.Equal(230m, (await PricesAsync("TSLA160115C00230000"))["TSLA"].LastTrade);
        Assert.Null((await DividendsAsync("TSLA160115C00230000")).Of("TSLA"));
        _desk.Market.Failing.Clear();
        Assert.Equal(5m, (await PricesAsync("TSLA160115C00230000"))["TSLA"].LastTrade);
    }

    [Fact]
    public async Task WhenASecondCallFails_WhatTheFirstFoundStands()
    {
        _desk.Market.Stocks["MOG.X"] = new StockPrice(null, 60m, _desk.Now);
        _desk.Market.List(new ContractTerms("MOGX160115C00060000", "MOGX", "MOG.X", 100, "active", false));
        _desk.Market.FailAfter("stocks", 1);
        var first = await PricesAsync("MOGX160115C00060000", Contracts.Goog);
        Assert.Equal(["GOOG"], first.Keys);
        _desk.Market.Failing.Clear();
        Assert.Equal(60m, (await PricesAsync("MOGX160115C00060000", Contracts.Goog))["MOGX"].LastTrade);
    }

    [Fact]
    public async Task WhenAMergerChangedTheContract_TheOtherStockIsNotTakenForIt()
    {
        _desk.Market.List(new ContractTerms(Call, "BRKB", "XYZ", 100, "active", true));
        _desk.Market.Stocks["XYZ"] = new StockPrice(null, 10m, _desk.Now);
        Assert.DoesNotContain("BRKB", (await PricesAsync(Call)).Keys);
    }

    [Fact]
    public async Task WhenPricesCannotBeRead_ItIsAFailureAndNotAnEmptyAnswer()
    {
        _desk.Market.Failing.Add("stocks");
        Assert.False((await _reads.PricesAsync([Call], default)).Succeeded);
    }

    private async Task<IReadOnlyDictionary<string, StockPrice>> PricesAsync(params string[] symbols) => (await _reads.PricesAsync(symbols, default)).Value!;

    private async Task<decimal?> DividendAsync(params string[] symbols) =>
        (await DividendsAsync(symbols)).Amounts.Values.Cast<decimal?>().SingleOrDefault();

    private async Task<AnnouncedDividends> DividendsAsync(params string[] symbols) => (await _reads.DividendsAsync(symbols, From, To, default)).Value!;
}
