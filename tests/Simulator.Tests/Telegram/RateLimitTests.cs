using System.Net;
using ExitDesk.Simulator.Faults;
using Xunit;

namespace ExitDesk.Simulator.Tests.Telegram;

public sealed class RateLimitTests
{
    [Fact]
    public async Task WhenTheBurstIsUsedUp_OneMessageASecondIsLeft()
    {
        await using var telegram = await TelegramBench.StartAsync();
        for (var i = 0; i < 5; i++)
        {
            (await telegram.SendAsync($"{i}")).IsOk();
        }

        var refused = await telegram.SendAsync("6");

        refused.IsRefused(HttpStatusCode.TooManyRequests, "Too Many Requests: retry after 1");
        Assert.Equal(1, (int)refused.Envelope["parameters"]!["retry_after"]!);
        telegram.AdvanceSeconds(0.999);
        (await telegram.SendAsync("6")).IsRefused(HttpStatusCode.TooManyRequests, "retry after 1");
        telegram.AdvanceSeconds(0.001);
        (await telegram.SendAsync("6")).IsOk();
        (await telegram.SendAsync("7")).IsRefused(HttpStatusCode.TooManyRequests, "retry after 1");
    }

    [Fact]
    public async Task WhenTheChatIsAGroup_TwentyAMinuteAreTheLimit()
    {
        await using var telegram = await TelegramBench.StartAsync(-100);
        for (var i = 0; i < 20; i++)
        {
            (await telegram.SendAsync($"{i}", chatId: -100)).IsOk();
            telegram.AdvanceSeconds(1);
        }

        (await telegram.SendAsync("21", chatId: -100)).IsRefused(HttpStatusCode.TooManyRequests, "retry after 40");
        telegram.AdvanceSeconds(40);
        (await telegram.SendAsync("21", chatId: -100)).IsOk();
    }

    [Theory]
    [InlineData(Fault.TelegramRateLimited, HttpStatusCode.TooManyRequests, "retry after 5")]
    [InlineData(Fault.TelegramBlocked, HttpStatusCode.Forbidden, "Forbidden: bot was blocked by the user")]
    public async Task WhenAFaultStrikes_TheMessageIsNotSent(Fault fault, HttpStatusCode status, string reason)
    {
        await using var telegram = await TelegramBench.StartAsync(fault);

        (await telegram.SendAsync("first")).IsRefused(status, reason);

        Assert.Empty(telegram.Chat.Messages);
    }
}
