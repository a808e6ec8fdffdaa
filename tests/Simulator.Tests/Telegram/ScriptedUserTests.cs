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
    [InlineData(null, "Do not close:n", "Why?:w", "Disclose:d")]
    public async Task WhenACardOffersSeveralThings_ItsProposalIsPressed(string? expected, params string[] buttons)
    {
        using var user = ScriptedUser.Attend(_telegram.Chat, ApprovalHabit.Auto);
        (await _telegram.SendAsync("card", buttons: TelegramBench.Row([.. buttons.Select(button => button.Split(':')).Select(parts => (parts[0], parts[1]))]))).IsOk();

        Assert.Equal(expected, _telegram.Chat.Presses.SingleOrDefault()?.Data);
    }

    [Fact]
    public async Task WhenTheHabitIsNever_NothingIsPressed()
    {
        using var user = ScriptedUser.Attend(_telegram.Chat, ApprovalHabit.Never);
        await _telegram.SendCardAsync();

        Assert.Empty(_telegram.Chat.Presses);
    }
}
