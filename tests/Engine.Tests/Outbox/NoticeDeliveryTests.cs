using ExitDesk.Domain.Exits;
using ExitDesk.Engine.Health;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Desk;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Outbox;

public sealed class NoticeDeliveryTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(7);

    private readonly DeskHarness _desk = new();

    private InMemoryDesk Chat => _desk.Desk;

    [Fact]
    public async Task WhenTheBotIsBlocked_NoticesAreKeptSaidElsewhereAndArriveOnceTheOwnerWrites()
    {
        Chat.Instead = new DeliveryOutcome.Blocked("Forbidden: bot was blocked by the user");
        await PostAsync("one");
        await PostAsync("two");
        await _desk.RunUntilQuietAsync(5);

        Assert.Empty(Chat.Written);
        Assert.Equal(2, (await _desk.OutboxAsync()).Count);
        Assert.Contains("blocked by the user", _desk.Get<DeskHealth>().ChatProblem, StringComparison.Ordinal);
        Assert.Single(await _desk.AuditAsync(), row => row.Action == "chat-blocked");

        Chat.Instead = null;
        await _desk.WriteAsync("/help");
        Assert.Equal(3, Chat.Written.Count);
        Assert.Empty(await _desk.OutboxAsync());
        Assert.Null(_desk.Get<DeskHealth>().ChatProblem);
    }

    [Fact]
    public async Task WhenTheBotIsUnblockedInSilence_SettlementBringsWhatWaited()
    {
        Chat.Instead = new DeliveryOutcome.Blocked("Forbidden");
        await PostAsync("one");
        Chat.Instead = null;
        await _desk.RunUntilQuietAsync(2);
        Assert.Equal("one", Chat.Last);
    }

    [Fact]
    public async Task WhenTheChatIsBusy_AMessageOfTheQueueComesBackWhenItsPauseIsOver()
    {
        Chat.Instead = new DeliveryOutcome.RateLimited(Pause);
        await PostAsync("one");
        Chat.Instead = null;
        await _desk.AdvanceAsync(TimeSpan.FromSeconds(1));
        await PostAsync("two");
        Assert.Empty(Chat.Written);

        await _desk.AdvanceAsync(Pause - TimeSpan.FromSeconds(2));
        Assert.Empty(Chat.Written);
        await _desk.AdvanceAsync(TimeSpan.FromSeconds(2));
        Assert.Equal(["two", "one"], Chat.Written.Select(card => card.Html));
        Assert.Empty(await _desk.OutboxAsync());
    }

    [Fact]
    public async Task WhenManyWait_OneMessageOfTheQueueComesBackForAll()
    {
        Chat.Instead = new DeliveryOutcome.RateLimited(Pause);
        await PostAsync("0");
        for (var i = 1; i < 20; i++)
        {
            await PostAsync($"{i}");
        }

        Chat.Instead = null;
        await _desk.AdvanceAsync(Pause + TimeSpan.FromSeconds(1));
        Assert.Equal((20, 1), (Chat.Written.Count, _desk.Queue.Delivered));
    }

    [Fact]
    public async Task WhenOneIsPostedJustBeforeThePauseEnds_ItIsBroughtSoonAfter()
    {
        Chat.Instead = new DeliveryOutcome.RateLimited(Pause);
        await PostAsync("one");
        await _desk.AdvanceAsync(Pause - TimeSpan.FromMilliseconds(500));
        await PostAsync("two");
        Chat.Instead = null;
        await _desk.AdvanceAsync(TimeSpan.FromSeconds(3));
        Assert.Equal(["one", "two"], Chat.Written.Select(card => card.Html));
    }

    [Fact]
    public async Task WhenTheChatHasMoved_TheNoticeFollowsAndTheMoveIsKeptAndTold()
    {
        const long to = -1001;
        Chat.Instead = new DeliveryOutcome.Moved(to);
        Chat.Before = _ =>
        {
            Chat.Instead = _desk.Get<ChatAddress>().Current == to ? null : Chat.Instead;
            return Task.CompletedTask;
        };
        await PostAsync("one");
        Assert.Equal("one", Assert.Single(Chat.Written).Html);
        await _desk.RunUntilQuietAsync(2);
        Assert.Contains("TELEGRAM_CHAT_ID to -1001", Chat.Last, StringComparison.Ordinal);
        Assert.Contains(await _desk.AuditAsync(), row => row is { Action: "chat-moved" });

        _desk.Restart();
        Assert.Equal(Engine.Workflows.Operator.InboxOutcome.Accepted, await _desk.SayAsync(DeskHarness.Owner, to, "/help"));
        Assert.Equal(Engine.Workflows.Operator.InboxOutcome.Dropped, await _desk.SayAsync(DeskHarness.Owner, -1002, "/help"));
    }

    [Theory]
    [InlineData(NoticeLevel.On, 1, 1)]
    [InlineData(NoticeLevel.Silent, 1, 0)]
    [InlineData(NoticeLevel.Off, 0, 0)]
    public async Task WhenAKindIsTurnedDown_ItsMessagesComeSo(NoticeLevel level, int written, int sounds)
    {
        await WishAsync(NoticeSettings.Default with { Kinds = new Dictionary<NoticeKind, NoticeLevel> { [NoticeKind.Statistic] = level } });
        await PostAsync("sum", kind: NoticeKind.Statistic);
        Assert.Equal((written, sounds), (Chat.Written.Count, Chat.Sounds));
        Assert.Empty(await _desk.OutboxAsync());
    }

    [Fact]
    public async Task WhenARuleIsOff_ACardThatIsThereIsStillEdited()
    {
        await PostAsync("asks", "card", NoticeKind.Close, ExitReason.TakeProfit);
        await WishAsync(NoticeSettings.Default with { Reasons = new Dictionary<ExitReason, NoticeLevel> { [ExitReason.TakeProfit] = NoticeLevel.Off } });
        await PostAsync("closing", "card", NoticeKind.Close, ExitReason.TakeProfit);
        await PostAsync("other", "other card", NoticeKind.Close, ExitReason.TakeProfit);
        Assert.Equal("closing", Assert.Single(Chat.Shown).Html);
    }

    [Fact]
    public async Task WhenTheSettingsCannotBeRead_AllCome()
    {
        await _desk.Ledger.CommitAsync([new Engine.Ports.Ledger.LedgerChange.Put(LedgerKeys.Notices, "{")], default);
        _desk.Restart();
        await PostAsync("sum", kind: NoticeKind.Statistic);
        Assert.Single(Chat.Written);
    }

    [Theory]
    [InlineData(599, 1, "×2 since")]
    [InlineData(600, 2, "second")]
    public async Task WhenAnAlertRepeatsItself_ItIsOneMessageWithACountForTenMinutes(int seconds, int messages, string end)
    {
        await RaiseAsync("first");
        await _desk.AdvanceAsync(TimeSpan.FromSeconds(seconds));
        await RaiseAsync("second");
        Assert.Equal((messages, messages), (Chat.Shown.Count, Chat.Sounds));
        Assert.Contains(end, Chat.Last, StringComparison.Ordinal);
        Assert.StartsWith("⚠️ second", Chat.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheSameAlertIsDeliveredTwice_ItIsCountedOnce()
    {
        await RaiseAsync("first");
        await RaiseAsync("first");
        Assert.Equal("⚠️ first", Assert.Single(Chat.Written).Html);
    }

    private Task WishAsync(NoticeSettings settings)
    {
        _desk.Get<NoticeLevels>().Changed(settings);
        return _desk.Ledger.CommitAsync([new Engine.Ports.Ledger.LedgerChange.Put(LedgerKeys.Notices, LedgerJson.Write(settings))], default);
    }

    private Task RaiseAsync(string text) => _desk.Get<DeskAlerts>().RaiseAsync($"alert-{text}", _desk.Now, text, default, repeats: "topic");

    private Task PostAsync(string text, string? card = null, NoticeKind kind = NoticeKind.Alert, ExitReason? reason = null)
    {
        var id = $"{text}:{_desk.Now.ToUnixTimeMilliseconds()}";
        var entry = new OutboxEntry(id, _desk.Now) { Notice = new Notice(Card.Plain(text), card) { Kind = kind, Reason = reason } };
        return _desk.Get<DeskCommits>().CommitAsync(new LedgerBatch().Post(entry), default);
    }
}
