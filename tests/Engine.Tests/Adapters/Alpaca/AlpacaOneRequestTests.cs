using ExitDesk.Engine.Ports.Broker;
using Xunit;

namespace ExitDesk.Engine.Tests.Adapters.Alpaca;

/// <summary>A close is one request, whatever the connection does. Counted below HTTP: no handler can hide a repeat.</summary>
public sealed class AlpacaOneRequestTests
{
    [Fact]
    public async Task WhenNewConnectionEndsWithoutAnswer_CloseIsNotSentAgain() => await AssertOnceAsync(RawServer.Close);

    [Fact]
    public async Task WhenConnectionIsReset_CloseIsNotSentAgain() => await AssertOnceAsync(RawServer.Reset);

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"id\":")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"id\"")]
    [InlineData("HTTP/1.1 2")]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n")]
    public async Task WhenAnswerBreaksOff_CloseIsNotSentAgain(string answer) => await AssertOnceAsync(RawServer.Say(answer));

    [Fact]
    public async Task WhenKeptConnectionDies_CloseIsNotSentAgain()
    {
        var order = Payloads.Order();
        var answers = 0;
        await using var server = new RawServer(async (self, socket) =>
        {
            if (Interlocked.Increment(ref answers) > 2)
            {
                await RawServer.Close(self, socket);
                return;
            }

            var answer = $"HTTP/1.1 200 OK\r\nContent-Length: {order.Length}\r\n\r\n{order}";
            await socket.SendAsync(System.Text.Encoding.ASCII.GetBytes(answer));
        });
        Assert.True((await server.Client.GetOrderAsync("61e6", CancellationToken.None)).Succeeded);
        Assert.IsType<SubmitOutcome.Accepted>(await server.Client.ClosePositionAsync(Payloads.Call, 2, CancellationToken.None));

        var outcome = await server.Client.ClosePositionAsync(Payloads.Call, 2, CancellationToken.None);

        Assert.IsType<SubmitOutcome.Unknown>(outcome);
        Assert.Equal(3, server.Requests);
        Assert.Equal(3, server.Connections);
    }

    [Fact]
    public async Task WhenNobodyAnswersForTenSeconds_OutcomeIsUnknown()
    {
        await using var server = new RawServer(RawServer.Hang);
        var closing = server.Client.ClosePositionAsync(Payloads.Call, 2, CancellationToken.None);
        await server.FirstRequest;

        server.Time.Expire();

        Assert.Equal(new SubmitOutcome.Unknown("no answer within 10 s"), await closing);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task WhenBodyHangs_TimeoutCoversItToo()
    {
        await using var server = new RawServer(async (self, socket) =>
        {
            await socket.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"u8.ToArray());
            self.Time.Expire();
            await RawServer.Hang(self, socket);
        });

        Assert.IsType<SubmitOutcome.Unknown>(await server.Client.ClosePositionAsync(Payloads.Call, 2, CancellationToken.None));
    }

    [Fact]
    public async Task WhenProcessEndsMeanwhile_OutcomeIsUnknownRatherThanAnException()
    {
        await using var server = new RawServer(RawServer.Hang);
        using var end = new CancellationTokenSource();
        var closing = server.Client.ClosePositionAsync(Payloads.Call, 2, end.Token);
        var cancelling = server.Client.CancelOrderAsync("61e6", end.Token);
        await server.FirstRequest;

        await end.CancelAsync();

        Assert.Equal(new SubmitOutcome.Unknown("stopped waiting for the answer: this process is ending its work"), await closing);
        Assert.Equal(CancelOutcome.Unknown, await cancelling);
        Assert.IsType<SubmitOutcome.Unknown>(await server.Client.SubmitOrderAsync(Tickets.Limit(), end.Token));
    }

    [Fact]
    public async Task WhenRefusalBreaksOff_ItIsARefusalAllTheSame()
    {
        const string Answer = "HTTP/1.1 403 Forbidden\r\nContent-Length: 500\r\n\r\n{\"code\":403";
        await using var server = new RawServer(RawServer.Say(Answer));

        var outcome = await server.Client.ClosePositionAsync(Payloads.Call, 2, CancellationToken.None);

        Assert.Equal(403, Assert.IsType<SubmitOutcome.Refused>(outcome).HttpStatus);
    }

    [Fact]
    public async Task WhenNobodyListens_OutcomeIsUnknown()
    {
        var server = new RawServer(RawServer.Close);
        await server.DisposeAsync();
        using var client = new Engine.Adapters.Alpaca.AlpacaTradingClient(
            BrokerStub.Options(server.Address), server.Time, new Engine.Adapters.Alpaca.BrokerCalls(server.Time));

        Assert.IsType<SubmitOutcome.Unknown>(await client.ClosePositionAsync(Payloads.Call, 2, CancellationToken.None));
    }

    private static async Task AssertOnceAsync(Func<RawServer, System.Net.Sockets.Socket, Task> answer)
    {
        await using var server = new RawServer(answer);

        Assert.IsType<SubmitOutcome.Unknown>(await server.Client.ClosePositionAsync(Payloads.Call, 2, CancellationToken.None));
        Assert.Equal(1, server.Requests);

        Assert.NotEqual(CancelOutcome.NotCancelable, await server.Client.CancelOrderAsync("61e6", CancellationToken.None));
        Assert.Equal(2, server.Requests);

        Assert.IsType<SubmitOutcome.Unknown>(await server.Client.SubmitOrderAsync(Tickets.Limit(), CancellationToken.None));
        Assert.Equal(3, server.Requests);

        // A success whose body breaks off is a success all the same: there is nothing in it.
        Assert.False(await server.Client.DoNotExerciseAsync(Payloads.Call, CancellationToken.None) is InstructionOutcome.Refused);
        Assert.Equal(4, server.Requests);
    }
}
