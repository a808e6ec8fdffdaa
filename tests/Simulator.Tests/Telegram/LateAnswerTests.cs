using ExitDesk.Simulator.Faults;
using Xunit;

namespace ExitDesk.Simulator.Tests.Telegram;

public sealed class LateAnswerTests
{
    [Fact]
    public async Task WhenTelegramIsLate_TheMessageIsThereAndItsAnswerComesTwentySecondsOfMarketTimeLater()
    {
        await using var telegram = await TelegramBench.StartAsync(Fault.TelegramLate);
        var written = new TaskCompletionSource();
        telegram.Chat.MessageChanged += _ => written.TrySetResult();

        var answer = telegram.SendAsync("late");
        await written.Task;
        await SpinUntilAsync(() => telegram.LateCalls == 1);

        telegram.AdvanceSeconds(19.999);
        Assert.Equal(1, telegram.LateCalls);
        Assert.False(answer.IsCompleted);
        telegram.AdvanceSeconds(0.001);
        (await answer).IsOk();
        Assert.Single(telegram.Chat.Messages);
    }

    private static async Task SpinUntilAsync(Func<bool> isTrue)
    {
        while (!isTrue())
        {
            await Task.Yield();
        }
    }
}
