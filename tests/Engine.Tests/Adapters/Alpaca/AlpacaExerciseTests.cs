using ExitDesk.Engine.Ports.Broker;
using Xunit;

namespace ExitDesk.Engine.Tests.Adapters.Alpaca;

public sealed class AlpacaExerciseTests
{
    [Theory]
    [InlineData(200, "")]
    [InlineData(204, "")]
    [InlineData(200, "{\"anything\":1}")]
    public async Task WhenBrokerTakesIt_ItIsAccepted(int status, string body)
    {
        await using var stub = await BrokerStub.StartAsync(new StubAnswer(status, body));

        Assert.IsType<InstructionOutcome.Accepted>(await stub.Client.DoNotExerciseAsync(Payloads.Call, CancellationToken.None));
        Assert.Equal($"POST /v2/positions/{Payloads.Call}/do-not-exercise", Assert.Single(stub.Requests));
        Assert.Equal("", Assert.Single(stub.Bodies));
    }

    [Fact]
    public async Task WhenBrokerRefuses_StatusCodeAndWordsCome() => Assert.Equal(
        new InstructionOutcome.Refused(403, 40310000, "not allowed"), await AskAsync(StubAnswer.Refusal(403, 40310000, "not allowed")));

    [Fact]
    public async Task WhenLimitOfCallsIsReached_ItIsTold() =>
        Assert.Equal(new InstructionOutcome.RateLimited(null), await AskAsync(new StubAnswer(429, "")));

    [Theory]
    [InlineData(500)]
    [InlineData(504)]
    [InlineData(408)]
    [InlineData(302)]
    public async Task WhenStatusDoesNotTell_OutcomeIsUnknown(int status) =>
        Assert.Equal(new InstructionOutcome.Unknown($"HTTP {status}"), await AskAsync(new StubAnswer(status, "")));

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    public async Task WhenSymbolNamesNothing_NothingIsSent(string symbol)
    {
        await using var stub = await BrokerStub.StartAsync(StubAnswer.Ok(""));

        await Assert.ThrowsAsync<ArgumentException>(() => stub.Client.DoNotExerciseAsync(symbol, CancellationToken.None));
        Assert.Empty(stub.Requests);
    }

    private static async Task<InstructionOutcome> AskAsync(StubAnswer answer)
    {
        await using var stub = await BrokerStub.StartAsync(answer);
        var outcome = await stub.Client.DoNotExerciseAsync(Payloads.Call, CancellationToken.None);
        Assert.Single(stub.Requests);
        return outcome;
    }
}
