using ExitDesk.Domain.Quotes;
using Xunit;

namespace ExitDesk.Engine.Tests.Adapters.Alpaca;

public sealed class AlpacaSnapshotsTests
{
    [Fact]
    public async Task WhenASnapshotIsRead_QuoteGreeksAndFeedAreThere()
    {
        var read = await SnapshotAsync("""
            {"latestQuote":{"ap":1.41,"as":20,"ax":"C","bp":1.35,"bs":11,"bx":"C","c":" ","t":"2026-11-20T14:59:58.5Z"},
             "latestTrade":{"c":"I","p":1.38,"s":1,"t":"2026-11-20T14:50:00Z","x":"A"},
             "greeks":{"delta":0.4123,"gamma":0.0311,"rho":0.0571,"theta":-0.0821,"vega":0.1203},"impliedVolatility":0.2731}
            """);

        Assert.Equal(
            new OptionSnapshot(
                new Quote(1.35m, 1.41m, new DateTimeOffset(2026, 11, 20, 14, 59, 58, 500, TimeSpan.Zero)),
                new Greeks(0.4123m, 0.0311m, -0.0821m, 0.1203m, 0.0571m),
                0.2731m,
                "indicative"),
            read);
    }

    [Fact]
    public async Task WhenTheFeedLeavesThingsOut_TheyAreNullAndNotZero()
    {
        var read = await SnapshotAsync("""{"latestQuote":{"ap":1.41,"as":20,"ax":"C","bp":0,"bs":0,"bx":"","c":"A","t":"2026-11-20T14:59:58Z"},"impliedVolatility":0}""");

        Assert.Equal((0m, null, null), (read.Quote!.Bid, read.Greeks, read.ImpliedVolatility));
    }

    [Fact]
    public async Task WhenThereIsNoQuote_GreeksStillCome()
    {
        var read = await SnapshotAsync("""{"greeks":{"delta":-0.5}}""");

        Assert.Equal((null, new Greeks(-0.5m, null, null, null, null)), (read.Quote, read.Greeks));
    }

    [Theory]
    [InlineData(100, 1)]
    [InlineData(101, 2)]
    public async Task WhenSymbolsAreMany_EachCallTakesAHundredAndNamesTheFeed(int count, int calls)
    {
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Ok("""{"snapshots":{},"next_page_token":null}"""));

        var read = await stub.Market.GetOptionSnapshotsAsync(
            [.. Enumerable.Range(100, count).Select(strike => $"AAPL261218C00{strike}000")], CancellationToken.None);

        Assert.Empty(read.Value!);
        Assert.Equal(calls, stub.Requests.Count);
        Assert.All(stub.Requests, request => Assert.Contains("feed=indicative", request, StringComparison.Ordinal));
        Assert.Equal(0, stub.Calls.Sent);
    }

    [Fact]
    public async Task WhenOneOfTheCallsFails_TheReadFails()
    {
        await using var stub = await BrokerStub.StartAsync((_, before) =>
            before == 0 ? StubAnswer.Ok("""{"snapshots":{}}""") : new StubAnswer(403, "{}"));

        var read = await stub.Market.GetOptionSnapshotsAsync(
            [.. Enumerable.Range(100, 101).Select(strike => $"AAPL261218C00{strike}000")], CancellationToken.None);

        Assert.False(read.Succeeded);
    }

    private static async Task<OptionSnapshot> SnapshotAsync(string json)
    {
        await using var stub = await BrokerStub.StartAsync(
            StubAnswer.Ok($$"""{"snapshots":{"{{Payloads.Call}}":{{json}}},"next_page_token":null}"""));
        var read = await stub.Market.GetOptionSnapshotsAsync([Payloads.Call], CancellationToken.None);
        Assert.Null(read.Failure);
        return read.Value![Payloads.Call];
    }
}
