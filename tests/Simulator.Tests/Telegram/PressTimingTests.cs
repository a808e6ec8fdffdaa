using ExitDesk.Simulator.Telegram;
using Xunit;

namespace ExitDesk.Simulator.Tests.Telegram;

public sealed class PressTimingTests
{
    [Fact]
    public async Task WhenPressesWereAnswered_TheRanksAreNearest()
    {
        await using var telegram = await TelegramBench.StartAsync();
        var card = await telegram.SendCardAsync();
        for (var i = 1; i <= 20; i++)
        {
            _ = telegram.Chat.PressAsync(TelegramBench.Owner, card, "c");
            telegram.Wall.Advance(TimeSpan.FromMilliseconds(i));
            (await telegram.CallAsync("answerCallbackQuery", new() { ["callback_query_id"] = telegram.Chat.Presses[^1].CallbackId })).IsOk();
        }

        Assert.Equal(new LatencySummary(20, 10, 19, 20), telegram.Chat.Timings.Answered);
        Assert.Equal(new LatencySummary(0, 0, 0, 0), telegram.Chat.Timings.Acknowledged);
    }
}
