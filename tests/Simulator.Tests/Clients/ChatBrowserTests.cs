using System.Globalization;
using System.Text.Json.Nodes;
using ExitDesk.Simulator.Tests.Telegram;
using Xunit;

namespace ExitDesk.Simulator.Tests.Clients;

/// <summary>The chat page in Chromium; what it looked like is kept as pictures beside the tests' own files.</summary>
public sealed class ChatBrowserTests
{
    private const string Card = """
        🟡 <b>21 days left</b> · SPY 11 Dec 600 P ×2 (cash-secured put)
        Profit <b>38.0 %</b> of max (<i>+$114.00</i>) · cost 0.93 (bid 0.90 / ask 0.93)
        Why: <a href="https://example.org/why">21 days to expiration ≤ 21</a> · <u>opened</u> <s>45 days</s> out
        Worst price <code>1.03</code> · <tg-spoiler>quote 14:28:05 ET</tg-spoiler>
        <pre>stop    2.80
        target  0.70</pre>
        <blockquote>If you do nothing: closes with a patient limit at 14:58 ET</blockquote>
        """;

    private static readonly string[] BrowserNames = ["chromium", "chromium-browser", "google-chrome"];

    [SkippableFact]
    public async Task WhenAPersonUsesThePage_ItShowsAndDoesWhatTelegramDoes()
    {
        var browser = BrowserOnPath();
        Skip.If(browser is null, "Chromium was not found: install the package chromium, or Google Chrome.");
        var pictures = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "pictures")).FullName;
        await using var telegram = await TelegramBench.StartAsync();
        await using var bot = await BotWebhook.StartAsync();
        telegram.Chat.Connect(bot.Webhook);

        await NodeScript.RunAsync(
            "page.mjs",
            [telegram.Address.AbsoluteUri, browser!, pictures],
            request => AnswerAsync(telegram, request.Split(' ', 2)));

        Assert.True(Directory.GetFiles(pictures, "*.png").Length >= 7);
    }

    private static string? BrowserOnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => BrowserNames.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);

    private static async Task<string> AnswerAsync(TelegramBench telegram, string[] words)
    {
        var chat = telegram.Chat;
        switch (words)
        {
            case ["card"]:
                var sent = await telegram.SendAsync(Card, "HTML", Buttons());
                sent.IsOk();
                telegram.AdvanceSeconds(1);
                return sent.Result!["message_id"]!.ToString();
            case ["plain", var text]:
                (await telegram.SendAsync(text)).IsOk();
                return "";
            case ["answer" or "alert", var text]:
                (await telegram.CallAsync("answerCallbackQuery", new JsonObject
                {
                    ["callback_query_id"] = chat.Presses[^1].CallbackId,
                    ["text"] = text,
                    ["show_alert"] = words[0] == "alert",
                })).IsOk();
                return "";
            case ["close"]:
                (await telegram.CallAsync("editMessageText", new JsonObject
                {
                    ["chat_id"] = TelegramBench.Owner,
                    ["message_id"] = chat.Presses[^1].MessageId,
                    ["text"] = "⚪ <b>Closed at 1.05</b> · SPY 11 Dec 600 P ×2\nProfit +$90.00 · Owner, 14:28:06 ET",
                    ["parse_mode"] = "HTML",
                })).IsOk();
                return "";
            case ["delete", var card]:
                (await telegram.CallAsync("deleteMessage", new JsonObject { ["chat_id"] = TelegramBench.Owner, ["message_id"] = int.Parse(card, CultureInfo.InvariantCulture) })).IsOk();
                return "";
            case ["commands"]:
                (await telegram.CallAsync("setMyCommands", new JsonObject
                {
                    ["commands"] = new JsonArray(
                        Command("status", "Every position, and how far from its rules"), Command("why", "Why one is still open"), Command("halt", "Send no order")),
                })).IsOk();
                return "";
            case ["away"]:
                chat.Connect(null);
                return "";
            case ["advance", var seconds]:
                telegram.AdvanceSeconds(int.Parse(seconds, CultureInfo.InvariantCulture));
                return "";
            case ["said"]:
                return string.Create(CultureInfo.InvariantCulture, $"{chat.Messages[^1].SenderId} {chat.Messages[^1].ChatId} {chat.Messages[^1].Text}");
            case ["pressed"]:
                return string.Create(CultureInfo.InvariantCulture, $"{chat.Presses[^1].UserId} {chat.Presses[^1].Data}");
            default:
                throw new ArgumentException($"The script asks for \"{string.Join(' ', words)}\".", nameof(words));
        }
    }

    private static JsonObject Command(string command, string description) => new() { ["command"] = command, ["description"] = description };

    private static JsonArray Buttons() => new(
        TelegramBench.Row(("Close now", "close:1"), ("Hold 30 min", "hold:1"))[0]!.DeepClone(),
        TelegramBench.Row(("Keep this session", "keep:1"), ("Why?", "why:1"))[0]!.DeepClone());
}
