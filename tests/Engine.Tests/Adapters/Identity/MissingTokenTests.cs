using Azure.Messaging.ServiceBus;
using ExitDesk.Engine.Adapters.ServiceBus;
using ExitDesk.Engine.Adapters.Tables;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.Ports.Messaging;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace ExitDesk.Engine.Tests.Adapters.Identity;

/// <summary>No token is an outage like any other: it must not look like a bug, nor end a run that could go on.</summary>
public sealed class MissingTokenTests
{
    private static TableLedger Ledger => new(new TableLedgerOptions("PA3TEST")
    {
        Endpoint = new Uri("https://localhost:1/"),
        Credential = new RefusingCredential(),
    });

    [Fact]
    public async Task WhenLedgerGetsNoToken_ReadSaysItIsUnavailable()
    {
        using var ledger = Ledger;

        var problem = await Assert.ThrowsAsync<LedgerUnavailableException>(() => ledger.FindAsync("a:1", CancellationToken.None));

        Assert.EndsWith("no token for the storage: ManagedIdentityCredential authentication failed: Service Unavailable", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenLedgerGetsNoToken_CommitIsUnknown()
    {
        using var ledger = Ledger;

        Assert.IsType<CommitOutcome.Unknown>(await ledger.CommitAsync([new LedgerChange.Put("a:1", "1")], CancellationToken.None));
    }

    [Fact]
    public async Task WhenQueueGetsNoToken_MessageIsNotSentAndStaysInTheOutbox()
    {
        var once = new ServiceBusClientOptions { RetryOptions = { MaxRetries = 0, TryTimeout = TimeSpan.FromSeconds(5) } };
        await using var client = new ServiceBusClient("localhost", new RefusingCredential(), once);
        var sender = new ServiceBusMessageSender(client, TimeProvider.System, NullLogger<ServiceBusMessageSender>.Instance);

        Assert.False(await sender.TrySendAsync(new QueueMessage(QueueNames.CloseRequests, "c:1", "{}"), CancellationToken.None));
    }
}
