using ExitDesk.Engine.Ports.Messaging;
using Xunit;

namespace ExitDesk.Simulation.Tests.Contracts;

/// <summary>What a queue does, whatever the way to it: in memory, or the simulator's over HTTP through the real Service Bus adapter.</summary>
public abstract class QueueContractTests : IAsyncLifetime
{
    private const int Deliveries = 10;

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    [Fact]
    public async Task WhenMessagesAreSent_TheyComeInOrderWithTheirBodies()
    {
        await SendAsync("one");
        await SendAsync("two");
        Assert.Equal(("one", "{\"id\":\"one\"}"), await TakeAsync());
        Assert.Equal("two", (await TakeAsync())?.Id);
        Assert.Null(await TakeAsync());
    }

    [Fact]
    public async Task WhenAnIdIsSentTwice_OneMessageComes()
    {
        await SendAsync("one");
        await SendAsync("one");
        Assert.Equal("one", (await TakeAsync())?.Id);
        Assert.Null(await TakeAsync());
    }

    [Theory]
    [InlineData(599, false)]
    [InlineData(600, true)]
    public async Task WhenAnIdIsSentAgainLater_ItIsKnownForTenMinutes(int seconds, bool comes)
    {
        await SendAsync("one");
        await CompleteAsync();
        Advance(TimeSpan.FromSeconds(seconds));
        await SendAsync("one");
        Assert.Equal(comes, await TakeAsync() is not null);
    }

    [Fact]
    public async Task WhenAMessageIsDelayed_ItComesThenAndNotBefore()
    {
        await SendAsync("later", TimeSpan.FromSeconds(30));
        Advance(TimeSpan.FromSeconds(29));
        Assert.Null(await TakeAsync());
        Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("later", (await TakeAsync())?.Id);
    }

    [Fact]
    public async Task WhenAMessageIsNotSettled_ItComesAgainOnceItsLockEnds()
    {
        await SendAsync("one");
        Assert.Equal("one", (await TakeAsync())?.Id);
        Advance(TimeSpan.FromSeconds(59));
        Assert.Null(await TakeAsync());
        Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("one", (await TakeAsync())?.Id);
    }

    [Fact]
    public async Task WhenAMessageIsCompleted_ItNeverComesAgain()
    {
        await SendAsync("one");
        await CompleteAsync();
        Advance(TimeSpan.FromMinutes(5));
        Assert.Null(await TakeAsync());
    }

    [Fact]
    public async Task WhenAMessageIsAbandoned_ItComesAtOnceAndTenTimesAtMost()
    {
        await SendAsync("one");
        for (var i = 0; i < Deliveries; i++)
        {
            Assert.Equal(0, await DeadAsync());
            Assert.True(await AbandonAsync(), $"delivery {i + 1} did not come");
        }

        Assert.False(await AbandonAsync());
        Assert.Equal(1, await DeadAsync());
    }

    [Fact]
    public async Task WhenADeadlineOfTenLocksPasses_TheMessageIsDead()
    {
        await SendAsync("one");
        for (var i = 0; i < Deliveries; i++)
        {
            Assert.NotNull(await TakeAsync());
            Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Null(await TakeAsync());
        Assert.Equal(1, await DeadAsync());
    }

    /// <summary>Sends a message with a body that names it.</summary>
    private protected Task SendAsync(string id, TimeSpan? delay = null) => SendAsync(new QueueMessage(QueueNames.CloseRequests, id, $"{{\"id\":\"{id}\"}}", delay));

    private protected abstract Task SendAsync(QueueMessage message);

    /// <summary>Locks the next message; null if none is visible.</summary>
    private protected abstract Task<(string Id, string Body)?> TakeAsync();

    /// <summary>Takes the next message out for good.</summary>
    private protected abstract Task CompleteAsync();

    /// <returns>False if no message is visible.</returns>
    private protected abstract Task<bool> AbandonAsync();

    private protected abstract Task<int> DeadAsync();

    private protected abstract void Advance(TimeSpan by);
}
