using ExitDesk.EndToEnd.Tests.Days;
using Xunit;

namespace ExitDesk.EndToEnd.Tests;

[Collection(DeskDays.Name)]
public sealed class TelegramCommandTests(DeskPrerequisites prerequisites)
{
    [SkippableFact]
    public async Task WhenHaltedTheStopOnlyTells_AndClosesAfterResume()
    {
        prerequisites.Require();
        await using var day = await PlayedDay.StartAsync(CrashMorning.OfOne());
        var phone = new OwnersPhone(day);
        await day.PlayUntilAsync(9, 34);
        await CheckAnswersAsync(day, phone);

        var halt = (await phone.SayAsync("/halt")).Single();
        await day.PlayUntilAsync(9, 34, 30);
        day.Check(!(await TextsAsync(phone, "/status"))[0].Contains("HALTED", StringComparison.Ordinal), "One tap does not halt yet");
        await phone.PressAsync(halt, "Halt trading");
        day.Check((await TextsAsync(phone, "/status"))[0].Contains("trading HALTED", StringComparison.Ordinal), "/status says that trading is halted");

        await day.PlayUntilAsync(9, 45);
        day.CheckEqual(0, day.Rig.Venue.Orders().Count, "orders while halted");
        var told = phone.Cards.Count(card => card.Text.Contains("trading is halted", StringComparison.OrdinalIgnoreCase) && card.Text.Contains("AAPL", StringComparison.Ordinal));
        day.CheckEqual(1, told, "cards that say what would have closed");

        var resume = (await phone.SayAsync("/resume")).Single();
        day.Check(resume.Text.Contains("AAPL", StringComparison.Ordinal), $"/resume says what would close at once, not only: {resume.Text}");
        await phone.PressAsync(resume, "Resume trading");
        await day.PlayUntilAsync(9, 47);
        var report = await day.GoodReportAsync();
        await Closings.CheckClosedOnceAsync(day, report, CrashMorning.Apple, TimeSpan.FromMinutes(1));
    }

    private static async Task CheckAnswersAsync(PlayedDay day, OwnersPhone phone)
    {
        foreach (var (command, expected) in new[]
        {
            ("/status", "AAPL"), ("/why AAPL", "stop"), ("/why XYZ", "XYZ"), ("/health", "All running"), ("/help", "/halt"), ("good morning", "/help"),
        })
        {
            // A chat takes a message a second.
            await day.PassAsync(TimeSpan.FromSeconds(2));
            var texts = await TextsAsync(phone, command);
            day.CheckEqual(1, texts.Count, $"answers to {command}");
            day.Check(texts[0].Contains(expected, StringComparison.OrdinalIgnoreCase), $"{command} is answered with {expected}, not: {texts[0]}");
        }
    }

    private static async Task<IReadOnlyList<string>> TextsAsync(OwnersPhone phone, string command) =>
        [.. (await phone.SayAsync(command)).Select(message => message.Text)];
}
