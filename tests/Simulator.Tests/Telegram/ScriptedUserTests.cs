using ExitDesk.Simulator.Telegram;
using Xunit;

namespace ExitDesk.Simulator.Tests.Telegram;

public sealed class ScriptedUserTests : IAsyncLifetime
{
    private TelegramBench _telegram = null!;

    public async Task InitializeAsync() => _telegram = await TelegramBench.StartAsync();

    public async Task DisposeAsync() => await _telegram.DisposeAsync();

    [Fact]
    public async Task WhenTheHabitIsAuto_EachCardIsPressedOnce()
    {
        await _telegram.SendCardAsync("Close now", "c:1");
        using var user = ScriptedUser.Attend(_telegram.Chat, ApprovalHabit.Auto);
        var second = await _telegram.SendCardAsync("✅ Approve", "a:2");
        await _telegram.SendCardAsync("Refresh", "r");
        (await _telegram.CallAsync("editMessageText", new()
        {
            ["chat_id"] = TelegramBench.Owner,
            ["message_id"] = second,
            ["text"] = "quote moved",
            ["reply_markup"] = new System.Text.Json.Nodes.JsonObject { ["inline_keyboard"] = TelegramBench.Row(("Approve", "a:3")) },
        })).IsOk();

        Assert.Equal(["c:1", "a:2"], _telegram.Chat.Presses.Select(press => press.Data));
        Assert.Equal(2, user.Presses);
        Assert.All(_telegram.Chat.Presses, press => Assert.Equal(TelegramBench.Owner, press.UserId));
    }

    [Theory]
    [InlineData("c", "Hold 30 min:h", "Close now:c", "Why?:w")]
    [InlineData("r", "Keep as is:k", "Close the rest:r", "Pair again:p")]
    [InlineData("a", "Close now:c", "✅ Approve:a")]
    [InlineData("m", "Watch:w", "Accept all:m")]
    [InlineData("y", "No:n", "Yes, close 3 positions:y")]
    [InlineData("y", "Cancel:n", "Confirm:y")]
    [InlineData("c", "⏰ Close at T-5:c", "Close now:d")]
    [InlineData("a", "Half size:h", "Approve:a", "Reject:r", "Why?:w")]
    [InlineData("e", "🟢 Enter at 1.05:e", "Skip:s")]
    [InlineData("b", "Pass:p", "Buy 2 for $210.00:b")]
    [InlineData("o", "Not today:n", "Open the spread:o")]
    [InlineData(null, "Halt trading:h", "Cancel:n")]
    [InlineData(null, "Manage these:m", "Keep watching:k", "Ignore:i")]
    [InlineData(null, "Do not close:n", "Why?:w", "Disclose:d")]
    public async Task WhenACardOffersSeveralThings_ItsProposalIsPressed(string? expected, params string[] buttons)
    {
        using var user = ScriptedUser.Attend(_telegram.Chat, ApprovalHabit.Auto);
        (await _telegram.SendAsync("card", buttons: TelegramBench.Row([.. buttons.Select(button => button.Split(':')).Select(parts => (parts[0], parts[1]))]))).IsOk();

        Assert.Equal(expected, _telegram.Chat.Presses.SingleOrDefault()?.Data);
    }

    [Theory]
    [InlineData(239, 0)]
    [InlineData(240, 1)]
    [InlineData(241, 1)]
    public async Task WhenTheHabitIsSlow_TheCardIsPressedFourMinutesLate(int seconds, int presses)
    {
        using var user = ScriptedUser.Attend(_telegram.Chat, ApprovalHabit.Slow);
        await _telegram.SendCardAsync();
        Assert.Empty(_telegram.Chat.Presses);

        _telegram.AdvanceSeconds(seconds);
        Assert.Equal((presses, presses), (_telegram.Chat.Presses.Count, user.Presses));
    }

    [Fact]
    public async Task WhenTheCardIsWithdrawnMeanwhile_ASlowOwnerPressesNothingUntilItAsksAgain()
    {
        using var user = ScriptedUser.Attend(_telegram.Chat, ApprovalHabit.Slow);
        var card = await _telegram.SendCardAsync();
        await Edit(card, "lapsed");
        _telegram.AdvanceSeconds(240);
        Assert.Empty(_telegram.Chat.Presses);

        await Edit(card, "asks again", ("Approve", "a:2"));
        _telegram.AdvanceSeconds(240);
        Assert.Equal("a:2", Assert.Single(_telegram.Chat.Presses).Data);
    }

    [Fact]
    public async Task WhenTheHabitIsRandom_TheSameSeedAnswersTheSameAndAllThreeAnswersCome()
    {
        var first = await AnswersAsync(seed: 1);
        Assert.Equal(first, await AnswersAsync(seed: 1));
        Assert.NotEqual(first, await AnswersAsync(seed: 2));
        Assert.All<string?>(["a", "r", null], answer => Assert.Contains(answer, first.Select(press => press.Answer)));
        Assert.All(first, press => Assert.InRange(press.Minute, 0, 10));
        Assert.True(first.Select(press => press.Minute).Distinct().Count() > 4);
    }

    [Fact]
    public async Task WhenTheHabitIsNever_NothingIsPressed()
    {
        using var user = ScriptedUser.Attend(_telegram.Chat, ApprovalHabit.Never);
        await _telegram.SendCardAsync();
        _telegram.AdvanceSeconds(3600);

        Assert.Empty(_telegram.Chat.Presses);
    }

    /// <summary>What twenty cards got within a quarter of an hour, and in which minute.</summary>
    private static async Task<IReadOnlyList<(int Card, string? Answer, int Minute)>> AnswersAsync(int seed)
    {
        await using var telegram = await TelegramBench.StartAsync();
        using var user = ScriptedUser.Attend(telegram.Chat, ApprovalHabit.Random, seed);
        for (var card = 0; card < 20; card++)
        {
            (await telegram.SendAsync("card", buttons: TelegramBench.Row(("Reject", "r"), ("Approve", "a")))).IsOk();
            telegram.AdvanceSeconds(1);
        }

        for (var step = 0; step < 900; step++)
        {
            telegram.AdvanceSeconds(1);
        }

        return [.. telegram.Chat.Messages.Select(message =>
        {
            var press = telegram.Chat.Presses.SingleOrDefault(press => press.MessageId == message.Id);
            return (message.Id, press?.Data, (int)((press?.At - message.At)?.TotalMinutes ?? 0));
        })];
    }

    private async Task Edit(int card, string text, params (string Text, string Data)[] buttons) =>
        (await _telegram.CallAsync("editMessageText", new()
        {
            ["chat_id"] = TelegramBench.Owner,
            ["message_id"] = card,
            ["text"] = text,
            ["reply_markup"] = new System.Text.Json.Nodes.JsonObject { ["inline_keyboard"] = TelegramBench.Row(buttons) },
        })).IsOk();
}
