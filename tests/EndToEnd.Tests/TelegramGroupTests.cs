using ExitDesk.EndToEnd.Tests.Days;
using ExitDesk.Simulator.CommandLine;
using ExitDesk.Simulator.Desk;
using Xunit;

namespace ExitDesk.EndToEnd.Tests;

/// <summary>The demo's group: its menu is set by the real command, and a viewer looks on and changes nothing.</summary>
[Collection(DeskDays.Name)]
public sealed class TelegramGroupTests(DeskPrerequisites prerequisites)
{
    [SkippableFact]
    public async Task WhenAViewerWrites_WhatLooksIsAnsweredAndWhatActsIsNot()
    {
        prerequisites.Require();
        await using var day = await PlayedDay.StartAsync(CrashMorning.OfOne(), new RunOptions { Group = true });
        var chat = day.Rig.Telegram.Chat;
        await day.Rig.SetUpChatAsync(CancellationToken.None);
        day.Check(chat.Commands.Any(command => command.Command == "status"), "The chat's menu offers /status");
        day.CheckEqual(new Uri(day.Rig.Desks[0].Address, "api/telegram"), chat.Webhook!.Url, "the webhook");
        await day.PlayUntilAsync(9, 33);

        day.Check((await SayAsync(day, "/status")).Contains("AAPL", StringComparison.Ordinal), "/status is answered to a viewer");
        await day.PassAsync(TimeSpan.FromSeconds(10));
        var refused = await SayAsync(day, "/close AAPL");
        await day.PlayUntilAsync(9, 34);

        day.Check(refused.Contains("owner", StringComparison.OrdinalIgnoreCase), $"/close is for owners, and says so, not: {refused}");
        day.CheckEqual(0, day.Rig.Venue.Orders().Count, "orders");
    }

    private static async Task<string> SayAsync(PlayedDay day, string text)
    {
        var chat = day.Rig.Telegram.Chat;
        await chat.SayAsync(DeskSettings.ViewerId, text);
        await day.SettleAsync();
        return chat.Messages[^1].SenderId == DeskSettings.ViewerId ? "" : chat.Messages[^1].Text;
    }
}
