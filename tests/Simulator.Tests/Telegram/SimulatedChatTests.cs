using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Telegram;
using Xunit;

namespace ExitDesk.Simulator.Tests.Telegram;

public sealed class SimulatedChatTests : IAsyncLifetime
{
    private TelegramBench _telegram = null!;

    public async Task InitializeAsync() => _telegram = await TelegramBench.StartAsync();

    public async Task DisposeAsync() => await _telegram.DisposeAsync();

    [Fact]
    public async Task WhenAWantedMessageComesLater_TheWaitEndsWithIt()
    {
        var wait = _telegram.Chat.WaitForMessageAsync(message => message.Text == "two", CancellationToken.None);
        await _telegram.SendAsync("one");
        Assert.False(wait.IsCompleted);

        await _telegram.SendAsync("two");

        Assert.Equal(2, (await wait).Id);
    }

    [Fact]
    public async Task WhenAMessageIsEditedIntoTheWantedOne_TheWaitEnds()
    {
        var card = await _telegram.SendCardAsync();
        var wait = _telegram.Chat.WaitForMessageAsync(message => message.Edits > 0, CancellationToken.None);

        await _telegram.CallAsync("editMessageText", new() { ["chat_id"] = TelegramBench.Owner, ["message_id"] = card, ["text"] = "done" });

        Assert.Equal("done", (await wait).Text);
    }

    [Fact]
    public async Task WhenTheWantedMessageIsHere_ThereIsNoWait()
    {
        await _telegram.SendAsync("here");

        Assert.True(_telegram.Chat.WaitForMessageAsync(message => message.Text == "here", CancellationToken.None).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task WhenTheWaitIsCancelled_ItEnds()
    {
        using var cancellation = new CancellationTokenSource();
        var wait = _telegram.Chat.WaitForMessageAsync(_ => false, cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    [Fact]
    public async Task WhenTheTokenHasNoBotId_TheStartSaysSoWithoutQuotingIt()
    {
        var options = _telegram.Chat.Options with { Token = "top-secret" };

        var exception = await Assert.ThrowsAsync<ArgumentException>(
            () => TelegramEndpoint.StartAsync(options, _telegram.Clock, FaultPlan.None));

        Assert.DoesNotContain("top-secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhenOptionsArePrinted_TheTokenIsNotInThem() =>
        Assert.DoesNotContain("top-secret", _telegram.Chat.Options.ToString(), StringComparison.Ordinal);
}
