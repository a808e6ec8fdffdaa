using ExitDesk.Domain.Contracts;
using Xunit;

namespace ExitDesk.Engine.Tests.Adapters.Alpaca;

public sealed class AlpacaContractsTests
{
    [Fact]
    public async Task WhenAContractIsRead_ItsMultiplierAndNotItsSizeCounts()
    {
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Ok(Payloads.Contract(multiplier: "\"100\"", size: "\"150\"")));

        var read = (await stub.Market.GetContractsAsync([Payloads.Call], CancellationToken.None))[Payloads.Call];

        Assert.Equal(new ContractTerms(Payloads.Call, "AAPL", "AAPL", 100, "active", true), read.Value);
        Assert.Equal($"GET /v2/options/contracts/{Payloads.Call}", Assert.Single(stub.Requests));
    }

    [Theory]
    [InlineData(Payloads.Call, "AAPL", "", false)]
    [InlineData("AAPL1261218C00200000", "AAPL1", "", true)]
    [InlineData(Payloads.Call, "AAPL", ",\"deliverables\":[{\"symbol\":\"AAPL\"}]", false)]
    [InlineData(Payloads.Call, "AAPL", ",\"deliverables\":[{\"symbol\":\"AAPL\"},{\"type\":\"cash\"}]", true)]
    public async Task WhenAContractWasAdjusted_ItSaysSo(string symbol, string root, string extra, bool isAdjusted)
    {
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Ok(Payloads.Contract(symbol, root, extra: extra)));

        Assert.Equal(isAdjusted, (await stub.Market.GetContractsAsync([symbol], CancellationToken.None))[symbol].Value!.IsAdjusted);
    }

    [Theory]
    [InlineData("null", "contract.multiplier: null is not a number")]
    [InlineData("\"0\"", "contract.multiplier: \"0\" is no whole number above 0")]
    [InlineData("\"12.5\"", "contract.multiplier: \"12.5\" is no whole number above 0")]
    public async Task WhenTheMultiplierCannotBeReliedOn_ThatContractFails(string multiplier, string failure)
    {
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Ok(Payloads.Contract(multiplier: multiplier)));

        Assert.Equal(failure, (await stub.Market.GetContractsAsync([Payloads.Call], CancellationToken.None))[Payloads.Call].Failure);
    }

    [Fact]
    public async Task WhenOneIsNotListed_ItFailsAlone()
    {
        await using var stub = await BrokerStub.StartAsync((request, _) => request.Path.Value!.EndsWith(Payloads.Call, StringComparison.Ordinal)
            ? StubAnswer.Ok(Payloads.Contract())
            : StubAnswer.Refusal(404, 40410000, "option contract not found"));

        var read = await stub.Market.GetContractsAsync([Tickets.Put, Payloads.Call], CancellationToken.None);

        Assert.Equal($"the broker lists no contract {Tickets.Put}", read[Tickets.Put].Failure);
        Assert.Equal(100, read[Payloads.Call].Value!.Multiplier);
    }

    [Fact]
    public async Task WhenAContractIsAskedForAgain_TheBrokerIsNotUntilTheNextDay()
    {
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Ok(Payloads.Contract()));
        await stub.Market.GetContractsAsync([Payloads.Call], CancellationToken.None);
        await stub.Market.GetContractsAsync([Payloads.Call], CancellationToken.None);
        Assert.Single(stub.Requests);

        stub.Time.Now = BrokerStub.Now.AddDays(1);
        await stub.Market.GetContractsAsync([Payloads.Call], CancellationToken.None);

        Assert.Equal(2, stub.Requests.Count);
    }

    [Fact]
    public async Task WhenAReadFailed_TheNextOneAsksAgain()
    {
        await using var stub = await BrokerStub.StartAsync((_, before) => before == 0 ? new StubAnswer(403, "") : StubAnswer.Ok(Payloads.Contract()));

        Assert.False((await stub.Market.GetContractsAsync([Payloads.Call], CancellationToken.None))[Payloads.Call].Succeeded);
        Assert.True((await stub.Market.GetContractsAsync([Payloads.Call], CancellationToken.None))[Payloads.Call].Succeeded);
    }

    [Theory]
    [InlineData(4, 4)]
    [InlineData(5, 1)]
    public async Task WhenManyExpireTogether_OneListTellsThemAll(int count, int calls)
    {
        var symbols = Symbols(count);
        await using var stub = await BrokerStub.StartAsync((request, _) => StubAnswer.Ok(
            request.Path == "/v2/options/contracts"
                ? $$"""{"option_contracts":{{Payloads.List([.. symbols.Select(symbol => Payloads.Contract(symbol)), "{\"symbol\":\"ODD\"}"])}},"next_page_token":null}"""
                : Payloads.Contract(request.Path.Value!.Split('/')[^1])));

        var read = await stub.Market.GetContractsAsync(symbols, CancellationToken.None);

        Assert.All(symbols, symbol => Assert.Equal(symbol, read[symbol].Value!.Symbol));
        Assert.Equal(calls, stub.Requests.Count);
        if (calls == 1)
        {
            Assert.Equal(
                "GET /v2/options/contracts?underlying_symbols=AAPL&expiration_date=2026-12-18&strike_price_gte=200&strike_price_lte=204&limit=10000",
                Assert.Single(stub.Requests));
        }
    }

    [Fact]
    public async Task WhenTheBrokerIsDown_NotEachOfManyIsWaitedFor()
    {
        var symbols = Symbols(50);
        await using var stub = await BrokerStub.StartAsync(new StubAnswer(403, ""));

        var read = await stub.Market.GetContractsAsync(symbols, CancellationToken.None);

        Assert.All(symbols, symbol => Assert.False(read[symbol].Succeeded));
        Assert.Equal(4, stub.Requests.Count);
    }

    private static List<string> Symbols(int count) => [.. Enumerable.Range(200, count).Select(strike => $"AAPL261218C00{strike}000")];
}
