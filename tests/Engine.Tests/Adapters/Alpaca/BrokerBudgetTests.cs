using ExitDesk.Engine.Ports.Broker;
using Xunit;

namespace ExitDesk.Engine.Tests.Adapters.Alpaca;

/// <summary>Closes may use all calls of a minute, all others leave 60 free.</summary>
public sealed class BrokerBudgetTests
{
    private const string Kept = "GET /v2/positions: the call budget is kept for closes until 10:00:30 ET";

    [Theory]
    [InlineData(61, true)]
    [InlineData(60, false)]
    [InlineData(0, false)]
    public async Task WhenTheBrokerSaysWhatIsLeft_OthersStopAtSixtyAndClosesDoNot(int left, bool isAllowed)
    {
        await using var stub = await StartAsync(left);
        await stub.Client.GetPositionsAsync(CancellationToken.None);

        var read = await stub.Reader.GetPositionsAsync(CancellationToken.None);

        Assert.Equal(isAllowed ? null : Kept, read.Failure);
        Assert.Equal(isAllowed ? 2 : 1, stub.Requests.Count);
        Assert.True((await stub.Client.GetPositionsAsync(CancellationToken.None)).Succeeded);
        Assert.IsNotType<SubmitOutcome.RateLimited>(await stub.Client.ClosePositionAsync(Payloads.Call, 1, CancellationToken.None));
    }

    [Fact]
    public async Task WhenTheWindowEnds_OthersGoOn()
    {
        await using var stub = await StartAsync(10);
        await stub.Client.GetPositionsAsync(CancellationToken.None);
        stub.Time.Now = BrokerStub.Now.AddSeconds(29.999);
        Assert.False((await stub.Reader.GetPositionsAsync(CancellationToken.None)).Succeeded);

        stub.Time.Now = BrokerStub.Now.AddSeconds(30);

        Assert.True((await stub.Reader.GetPositionsAsync(CancellationToken.None)).Succeeded);
    }

    [Fact]
    public async Task WhenAChangeOfOthersIsKeptBack_ItIsAnsweredAsTheBrokerWould()
    {
        await using var stub = await StartAsync(60);
        await stub.Client.GetPositionsAsync(CancellationToken.None);

        Assert.Equal(
            new SubmitOutcome.RateLimited(TimeSpan.FromSeconds(30)),
            await stub.Reader.SubmitOrderAsync(Tickets.Limit(), CancellationToken.None));
        Assert.Single(stub.Requests);
    }

    [Fact]
    public async Task WhenTheBrokerSaysNothing_OurOwnCountStandsIn()
    {
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Ok("[]"));
        for (var i = 0; i < 139; i++)
        {
            await stub.Client.GetPositionsAsync(CancellationToken.None);
        }

        Assert.True((await stub.Reader.GetPositionsAsync(CancellationToken.None)).Succeeded);
        Assert.Contains("kept for closes until 10:01:00 ET", (await stub.Reader.GetPositionsAsync(CancellationToken.None)).Failure, StringComparison.Ordinal);

        stub.Time.Now = BrokerStub.Now.AddMinutes(1);
        Assert.True((await stub.Reader.GetPositionsAsync(CancellationToken.None)).Succeeded);
    }

    [Fact]
    public async Task WhenTheBrokersClockIsAnother_AReadingHoldsForAMinute()
    {
        await using var stub = await StartAsync(10, resetsIn: -86_400);
        await stub.Client.GetPositionsAsync(CancellationToken.None);
        stub.Time.Now = BrokerStub.Now.AddSeconds(59);
        Assert.False((await stub.Reader.GetPositionsAsync(CancellationToken.None)).Succeeded);

        stub.Time.Now = BrokerStub.Now.AddSeconds(60);

        Assert.True((await stub.Reader.GetPositionsAsync(CancellationToken.None)).Succeeded);
    }

    [Fact]
    public async Task WhenContractsAreRead_TheyLeaveCallsFreeToo()
    {
        await using var stub = await StartAsync(60);
        await stub.Client.GetPositionsAsync(CancellationToken.None);

        var contracts = await stub.Market.GetContractsAsync([Payloads.Call], CancellationToken.None);

        Assert.Contains("kept for closes", contracts[Payloads.Call].Failure, StringComparison.Ordinal);
        Assert.Single(stub.Requests);
    }

    [Fact]
    public async Task WhenTheMarketIsRead_ItsTradingCallsCount()
    {
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Ok(
            """{"timestamp":"2026-11-20T10:00:00-05:00","is_open":true,"next_open":"2026-11-23T09:30:00-05:00","next_close":"2026-11-20T16:00:00-05:00"}"""));

        Assert.True((await stub.Market.GetClockAsync(CancellationToken.None)).Succeeded);

        Assert.Equal(1, stub.Calls.Sent);
    }

    private static Task<BrokerStub> StartAsync(int left, int resetsIn = 30) => BrokerStub.StartAsync(new StubAnswer(
        200,
        "[]",
        ("X-RateLimit-Limit", "200"),
        ("X-RateLimit-Remaining", $"{left}"),
        ("X-RateLimit-Reset", $"{BrokerStub.Now.AddSeconds(resetsIn).ToUnixTimeSeconds()}")));
}
