using System.Globalization;
using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Tests.Telegram;
using Xunit;

namespace ExitDesk.Simulator.Tests.Clients;

/// <summary>The simulated Telegram, judged by a client of the Bot API that others wrote for the real one.</summary>
public sealed class GrammyTests
{
    [SkippableFact]
    public async Task WhenItsClientCalls_AnswersAndRefusalsAreTelegrams()
    {
        await using var telegram = await TelegramBench.StartAsync();
        await RunAsync("grammy-calls.mjs", telegram);

        Assert.Equal("here", telegram.Chat.Messages[^1].Text);
    }

    [SkippableFact]
    public async Task WhenTheOwnerHasBlockedTheBot_ItsClientIsToldSo()
    {
        await using var telegram = await TelegramBench.StartAsync(Fault.TelegramBlocked);
        await RunAsync("grammy-blocked.mjs", telegram);
    }

    [SkippableTheory]
    [InlineData]
    [InlineData(Fault.TelegramRepeat)]
    public async Task WhenItsBotHasAWebhook_PeopleAndBotReachEachOther(params Fault[] faults)
    {
        await using var telegram = await TelegramBench.StartAsync(faults);
        await RunAsync("grammy-bot.mjs", telegram);
    }

    private static Task RunAsync(string script, TelegramBench telegram) => NodeScript.RunAsync(
        script,
        [
            telegram.Address.GetLeftPart(UriPartial.Authority), TelegramBench.Token,
            Text(TelegramBench.Owner), Text(TelegramBench.Viewer), Text(TelegramBench.Group),
        ],
        request => AnswerAsync(telegram, request.Split(' ', 4)));

    private static async Task<string> AnswerAsync(TelegramBench telegram, string[] words)
    {
        var chat = telegram.Chat;
        switch (words)
        {
            case ["advance", var seconds]:
                telegram.AdvanceSeconds(int.Parse(seconds, CultureInfo.InvariantCulture));
                return "";
            case ["wait", var seconds]:
                telegram.Wall.Advance(TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)));
                return "";
            case ["press", var card, var data]:
                _ = chat.PressAsync(TelegramBench.Owner, int.Parse(card, CultureInfo.InvariantCulture), data);
                return chat.Presses[^1].CallbackId;
            case ["act", var user, var card, var data]:
                return (await chat.PressAsync(Number(user), (int)Number(card), data)).ToString();
            case ["say", var user, var where, var text]:
                return (await chat.SayAsync(Number(user), text, Number(where))).ToString();
            case ["post", var user, var where, var text]:
                _ = chat.SayAsync(Number(user), text, Number(where));
                await chat.WhenIdleAsync(CancellationToken.None);
                return "";
            case ["upgrade", var group]:
                var supergroup = chat.Upgrade(Number(group));
                await chat.WhenIdleAsync(CancellationToken.None);
                return Text(supergroup);
            case ["last"]:
                return Text(chat.Messages.Last(message => message.Buttons.Count > 0).Id);
            case ["text", var card]:
                return chat.Messages.Single(message => message.Id == (int)Number(card)).Text;
            case ["answer"]:
                return $"{chat.Presses[^1].Answered} {chat.Presses[^1].Alert} {chat.Presses[^1].Answer}";
            case ["repeats"]:
                return Text(telegram.Repeats);
            default:
                throw new ArgumentException($"The script asks for \"{string.Join(' ', words)}\".", nameof(words));
        }
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
