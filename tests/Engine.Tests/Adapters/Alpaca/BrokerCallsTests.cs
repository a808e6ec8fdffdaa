using ExitDesk.Engine.Adapters.Alpaca;
using ExitDesk.Engine.Ports.Broker;
using Xunit;

namespace ExitDesk.Engine.Tests.Adapters.Alpaca;

public sealed class BrokerCallsTests
{
    [Fact]
    public async Task WhenAnswersTell_LastOneCounts()
    {
        var reset = BrokerStub.Now.AddSeconds(30);
        await using var stub = await BrokerStub.StartAsync((_, before) => new StubAnswer(
            200,
            "[]",
            ("X-RateLimit-Limit", "200"),
            ("X-RateLimit-Remaining", $"{198 - before}"),
            ("X-RateLimit-Reset", $"{reset.ToUnixTimeSeconds()}")));

        await stub.Client.GetPositionsAsync(CancellationToken.None);
        await stub.Client.GetPositionsAsync(CancellationToken.None);

        Assert.Equal(new BrokerBudget(197, 200, reset, BrokerStub.Now), stub.Calls.Latest);
        Assert.Equal(2, stub.Calls.Sent);
    }

    [Fact]
    public async Task WhenAsked_ItTellsWhatIsLeftAndWhenThereIsMore()
    {
        var reset = BrokerStub.Now.AddSeconds(30);
        await using var stub = await BrokerStub.StartAsync(new StubAnswer(
            200, "[]", ("X-RateLimit-Remaining", "42"), ("X-RateLimit-Reset", $"{reset.ToUnixTimeSeconds()}")));
        Assert.Equal(new CallBudget(BrokerBudget.CallsPerMinute, TimeSpan.Zero), stub.Calls.Now);

        await stub.Client.GetPositionsAsync(CancellationToken.None);

        Assert.Equal(new CallBudget(42, TimeSpan.FromSeconds(30)), stub.Calls.Now);
    }

    [Fact]
    public async Task WhenAnswerDoesNotTell_EarlierReadingStays()
    {
        await using var stub = await BrokerStub.StartAsync((_, before) => before == 0
            ? new StubAnswer(200, "[]", ("X-RateLimit-Remaining", "150"))
            : new StubAnswer(200, "[]", ("X-RateLimit-Remaining", "many")));

        await stub.Client.GetPositionsAsync(CancellationToken.None);
        await stub.Client.GetPositionsAsync(CancellationToken.None);

        Assert.Equal(new BrokerBudget(150, null, null, BrokerStub.Now), stub.Calls.Latest);
    }

    [Fact]
    public async Task WhenReadIsRepeated_BothRequestsCount()
    {
        await using var stub = await BrokerStub.StartAsync(new StubAnswer(500, ""));

        await stub.Client.GetPositionsAsync(CancellationToken.None);

        Assert.Equal(2, stub.Calls.Sent);
        Assert.Null(stub.Calls.Latest);
    }
}
