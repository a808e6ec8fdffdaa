using ExitDesk.Simulator.Desk;
using ExitDesk.Simulator.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace ExitDesk.Simulator.Tests.Desk;

public sealed class DeskHostTests
{
    [Theory]
    [InlineData(200)]
    [InlineData(503)]
    public async Task WhenTheDeskIsWellOrDegraded_ItsStorageTransactionsAreReadsAndWrites(int status)
    {
        Assert.Equal(42, await AskAsync(status, """{"status":"any","ledgerReads":30,"ledgerWrites":12}"""));
    }

    [Theory]
    [InlineData(401, "")]
    [InlineData(200, "no report")]
    public async Task WhenTheDeskDoesNotTell_ItsStorageTransactionsAreUnknown(int status, string body)
    {
        Assert.Null(await AskAsync(status, body));
    }

    private static async Task<long?> AskAsync(int status, string body)
    {
        await using var server = await LoopbackServer.StartAsync(
            application => application.MapGet("/api/health", () => Results.Text(body, "application/json", statusCode: status)), 0, CancellationToken.None);
        using var host = new DeskHost(server.Address);
        return await host.LedgerTransactionsAsync(CancellationToken.None);
    }
}
