using System.Text.Json.Nodes;
using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Telegram;
using Xunit;

namespace ExitDesk.Simulator.Tests.Telegram;

/// <summary>Order, retries, losses and repeats of updates.</summary>
public sealed class WebhookDeliveryTests : IAsyncLifetime
{
    private TelegramBench _telegram = null!;
    private BotWebhook _bot = null!;

    public async Task InitializeAsync() =>
        (_telegram, _bot) = (await TelegramBench.StartAsync(), await BotWebhook.StartAsync());

    public async Task DisposeAsync()
    {
        await _telegram.DisposeAsync();
        await _bot.DisposeAsync();
    }

    [Fact]
    public async Task WhenAButtonIsPressed_TheBotGetsSecretUserCardAndData()
    {
        var card = await _telegram.SendCardAsync();
        _telegram.Chat.Connect(_bot.Webhook);

        var outcome = await _telegram.Chat.PressAsync(TelegramBench.Owner, card, "forged");

        var (secret, update) = await _bot.NextAsync();
        var press = update["callback_query"]!;
        Assert.Equal(DeliveryOutcome.Acknowledged, outcome);
        Assert.Equal("s-1_A", secret);
        Assert.Equal((TelegramBench.Owner, card, "forged"), ((long)press["from"]!["id"]!, (int)press["message"]!["message_id"]!, (string)press["data"]!));
        Assert.Equal("private", (string)press["message"]!["chat"]!["type"]!);
        Assert.Equal(1, _telegram.Chat.Timings.Acknowledged.Count);
    }

    [Fact]
    public async Task WhenAStrangerActs_TheBotGetsItJustTheSame()
    {
        var card = await _telegram.SendCardAsync();
        _telegram.Chat.Connect(_bot.Webhook);

        await _telegram.Chat.PressAsync(TelegramBench.Stranger, card, "c:1");
        await _telegram.Chat.SayAsync(TelegramBench.Stranger, "/status");

        Assert.Equal(TelegramBench.Stranger, (long)(await _bot.NextAsync()).Update["callback_query"]!["from"]!["id"]!);
        var message = (await _bot.NextAsync()).Update["message"]!;
        Assert.Equal((TelegramBench.Stranger, TelegramBench.Stranger), ((long)message["from"]!["id"]!, (long)message["chat"]!["id"]!));
        Assert.Equal("bot_command", (string)message["entities"]![0]!["type"]!);
    }

    [Theory]
    [InlineData("/status", true)]
    [InlineData("/status@exitdesk_bot SPY", true)]
    [InlineData("/status@other_bot", false)]
    [InlineData("good morning", false)]
    [InlineData("see /status", false)]
    public async Task WhenSomebodyWritesInAGroup_TheBotHearsItsCommandsAlone(string text, bool heard)
    {
        _telegram.Chat.Connect(_bot.Webhook);

        var outcome = await _telegram.Chat.SayAsync(TelegramBench.Owner, text, TelegramBench.Group);

        Assert.Equal(heard ? DeliveryOutcome.Acknowledged : DeliveryOutcome.Dropped, outcome);
        Assert.Equal(heard ? 1 : 0, _bot.Count);
        Assert.Equal((TelegramBench.Group, text), (_telegram.Chat.Messages[^1].ChatId, _telegram.Chat.Messages[^1].Text));
    }

    [Fact]
    public async Task WhenAGroupBecomesASupergroup_TheBotIsToldOnceAndTheOldIdIsRefused()
    {
        _telegram.Chat.Connect(_bot.Webhook);

        var supergroup = _telegram.Chat.Upgrade(TelegramBench.Group);
        Assert.Equal(supergroup, _telegram.Chat.Upgrade(TelegramBench.Group));
        var notice = (await _bot.NextAsync()).Update["message"]!;
        await _telegram.Chat.WhenIdleAsync(CancellationToken.None);

        Assert.Equal((TelegramBench.Group, supergroup), ((long)notice["chat"]!["id"]!, (long)notice["migrate_to_chat_id"]!));
        Assert.Null(notice["text"]);
        Assert.Equal(1, _bot.Count);
        var refusal = await _telegram.SendAsync("hi", chatId: TelegramBench.Group);
        refusal.IsRefused(System.Net.HttpStatusCode.BadRequest, "group chat was upgraded to a supergroup chat");
        Assert.Equal(supergroup, (long)refusal.Envelope["parameters"]!["migrate_to_chat_id"]!);
        (await _telegram.SendAsync("hi", chatId: supergroup)).IsOk();
    }

    [Fact]
    public async Task WhenTheFirstIsNotAnswered_OnlyTheSameUsersNextWaits()
    {
        var hold = new TaskCompletionSource<int>();
        _bot.WillAnswer(hold.Task);
        _telegram.Chat.Connect(_bot.Webhook);

        var first = _telegram.Chat.SayAsync(TelegramBench.Owner, "first");
        Assert.Equal("first", Text(await _bot.NextAsync()));
        var second = _telegram.Chat.SayAsync(TelegramBench.Owner, "second");
        await _telegram.Chat.SayAsync(TelegramBench.Stranger, "other");

        Assert.Equal("other", Text(await _bot.NextAsync()));
        Assert.False(second.IsCompleted);
        hold.SetResult(200);
        await Task.WhenAll(first, second);
        Assert.Equal("second", Text(await _bot.NextAsync()));
    }

    [Fact]
    public async Task WhenTheBotFails_RetriesComeAtOnceThenAfter2To120Seconds()
    {
        int[] waits = [2, 4, 8, 16, 32, 64, 120, 120];
        _bot.WillAnswer([.. Enumerable.Repeat(500, 2 + waits.Length)]);
        _telegram.Chat.Connect(_bot.Webhook);
        var said = _telegram.Chat.SayAsync(TelegramBench.Owner, "/status");
        await Idle();
        Assert.Equal(2, _bot.Count);

        foreach (var (wait, place) in waits.Select((wait, place) => (wait, place)))
        {
            _telegram.AdvanceSeconds(wait - 0.001);
            await Idle();
            Assert.Equal(2 + place, _bot.Count);
            _telegram.AdvanceSeconds(0.001);
            await Idle();
            Assert.Equal(3 + place, _bot.Count);
        }

        Assert.False(said.IsCompleted);
        _telegram.AdvanceSeconds(120);
        Assert.Equal(DeliveryOutcome.Acknowledged, await said);
        var info = (await _telegram.CallAsync("getWebhookInfo")).Result!;
        Assert.Contains("500", (string)info["last_error_message"]!, StringComparison.Ordinal);
        Assert.Equal(0, (int)info["pending_update_count"]!);
    }

    [Theory]
    [InlineData(149.999, DeliveryOutcome.Acknowledged)]
    [InlineData(150, DeliveryOutcome.Lost)]
    public async Task WhenAPressIs150SecondsOld_ItIsLost(double seconds, DeliveryOutcome expected)
    {
        var press = _telegram.Chat.PressAsync(TelegramBench.Owner, await _telegram.SendCardAsync(), "c:1");

        _telegram.AdvanceSeconds(seconds);
        _telegram.Chat.Connect(_bot.Webhook);

        Assert.Equal(expected, await press);
        Assert.Equal(expected, Assert.Single(_telegram.Chat.Presses).Delivery);
        Assert.Equal(expected == DeliveryOutcome.Lost ? 0 : 1, _bot.Count);
    }

    [Theory]
    [InlineData(86_399, DeliveryOutcome.Acknowledged)]
    [InlineData(86_400, DeliveryOutcome.Lost)]
    public async Task WhenAMessageIsADayOld_ItIsLost(double seconds, DeliveryOutcome expected)
    {
        var said = _telegram.Chat.SayAsync(TelegramBench.Owner, "/status");

        _telegram.AdvanceSeconds(seconds);
        _telegram.Chat.Connect(_bot.Webhook);

        Assert.Equal(expected, await said);
    }

    [Fact]
    public async Task WhenALostPressBlockedTheLane_TheNextGoesOutAtOnce()
    {
        var card = await _telegram.SendCardAsync();
        _bot.WillAnswer(500, 500, 500, 500, 500, 500, 500, 500);
        _telegram.Chat.Connect(_bot.Webhook);
        var press = _telegram.Chat.PressAsync(TelegramBench.Owner, card, "c:1");
        var said = _telegram.Chat.SayAsync(TelegramBench.Owner, "/status");
        foreach (var wait in (int[])[2, 4, 8, 16, 32, 64])
        {
            await Idle();
            _telegram.AdvanceSeconds(wait);
        }

        await Idle();
        _telegram.AdvanceSeconds(24);

        Assert.Equal(DeliveryOutcome.Lost, await press);
        Assert.Equal(DeliveryOutcome.Acknowledged, await said);
    }

    [Fact]
    public async Task WhenTheBotIsSilentFor60Seconds_TheUpdateIsSentAgain()
    {
        _bot.WillAnswer(new TaskCompletionSource<int>().Task);
        _telegram.Chat.Connect(_bot.Webhook);
        var said = _telegram.Chat.SayAsync(TelegramBench.Owner, "/status");
        await _bot.NextAsync();

        _telegram.Wall.Advance(TimeSpan.FromSeconds(59.9));
        Assert.False(said.IsCompleted);
        _telegram.Wall.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal(DeliveryOutcome.Acknowledged, await said);
        Assert.Equal(2, _bot.Count);
    }

    [Fact]
    public async Task WhenNobodyListens_TheUpdateWaitsAndArrivesLater()
    {
        var gone = await BotWebhook.StartAsync();
        await gone.DisposeAsync();
        _telegram.Chat.Connect(gone.Webhook);
        var said = _telegram.Chat.SayAsync(TelegramBench.Owner, "/status");
        await Idle();

        _telegram.Chat.Connect(_bot.Webhook);
        _telegram.AdvanceSeconds(2);

        Assert.Equal(DeliveryOutcome.Acknowledged, await said);
    }

    [Fact]
    public async Task WhenARepeatStrikes_TheSameUpdateComesTwice()
    {
        await using var telegram = await TelegramBench.StartAsync(Fault.TelegramRepeat);
        telegram.Chat.Connect(_bot.Webhook);

        await telegram.Chat.SayAsync(TelegramBench.Owner, "/status");

        var (first, second) = (await _bot.NextAsync(), await _bot.NextAsync());
        Assert.True(JsonNode.DeepEquals(first.Update, second.Update));
        Assert.Equal(2, _bot.Count);
    }

    private static string Text((string? Secret, JsonNode Update) delivery) => (string)delivery.Update["message"]!["text"]!;

    private Task Idle() => _telegram.Chat.WhenIdleAsync(CancellationToken.None);
}
