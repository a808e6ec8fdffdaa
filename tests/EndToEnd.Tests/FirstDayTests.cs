using ExitDesk.EndToEnd.Tests.Days;
using ExitDesk.Simulator.CommandLine;
using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Report;
using ExitDesk.Simulator.Scenarios;
using ExitDesk.Simulator.Telegram;
using Xunit;

namespace ExitDesk.EndToEnd.Tests;

/// <summary>The demo's day, once to its end with an owner who does not answer, once until 14:00 with one who does.</summary>
[Collection(DeskDays.Name)]
public sealed class FirstDayTests(DeskPrerequisites prerequisites)
{
    private const string Meta = "META261218C00600000";

    [SkippableFact]
    public async Task WhenTheDemoIsPlayedTwice_ItsStoryIsTheSameAndMetaEndsAsItsOwnerWants()
    {
        prerequisites.Require();
        await using var silent = await PlayedDay.StartAsync(FirstDay.Create(1), new RunOptions { Approve = ApprovalHabit.Never });
        await silent.PlayToEndAsync();
        var report = await silent.GoodReportAsync();
        CheckStory(silent, report);
        CheckLapsed(silent, report);

        await using var answering = await PlayedDay.StartAsync(FirstDay.Create(1), new RunOptions { Approve = ApprovalHabit.Auto });
        await answering.PlayUntilAsync(14, 0);
        var second = await answering.GoodReportAsync();
        answering.CheckEqual("Closed", Of(second, Meta).End.Status, "META, approved: status");
        answering.CheckEqual("TakeProfit", Of(second, Meta).End.Reason, "META, approved: reason");
        await Closings.CheckClosedOnceAsync(answering, second, Meta, TimeSpan.FromMinutes(1));
        CheckSameUntil(answering, answering.Rig.Clock.Now, report, second);
    }

    private static void CheckStory(PlayedDay day, DayReport report)
    {
        foreach (var (symbol, status, reason) in new[]
        {
            ("AAPL261218C00230000", "Closed", "StopLoss"), ("MSFT261218P00430000", "Closed", "StopLoss"),
            ("NVDA261218C00140000", "Closed", "TakeProfit"), ("QCOM261218P00160000", "Closed", "TakeProfit"),
            (Meta, "Open", null), ("SPY261218C00590000", "Open", null), ("TSLA261218C00340000", "Open", null), ("KO", "Open", null),
        })
        {
            var position = Of(report, symbol);
            day.CheckEqual(status, position.End.Status, $"{symbol}: status");
            day.CheckEqual(reason, position.End.Reason, $"{symbol}: reason");
            day.CheckEqual(reason is null ? 0 : 1, position.Orders.Count, $"{symbol}: orders");
        }

        day.CheckEqual(8, report.Positions.Count, "positions");
    }

    private static void CheckLapsed(PlayedDay day, DayReport report)
    {
        var asked = Of(report, Meta).Triggers.Single();
        day.CheckEqual("lapsed", asked.Outcome, "META's question");
        var messages = day.Rig.Telegram.Chat.Messages;
        var lapsed = messages.Where(message => message.Text.Contains("Nobody answered in time", StringComparison.Ordinal)).ToList();
        day.CheckEqual(1, lapsed.Count, "cards that say that nobody answered");
        day.Check(lapsed[0].Text.Contains("META", StringComparison.Ordinal), $"The card that lapsed is META's, not: {lapsed[0].Text}");
        day.CheckEqual(0, messages.Sum(message => message.Buttons.Count), "buttons left in the chat");
    }

    private static void CheckSameUntil(PlayedDay day, DateTimeOffset until, DayReport first, DayReport second)
    {
        var (before, after) = (Story(first, until), Story(second, until));
        day.Check(before.Count > 3, "Some of the story has happened by then");
        day.CheckEqual(string.Join('\n', before), string.Join('\n', after), $"the story until {NewYork.TimeOf(until)}");
    }

    // Order ids count orders: META's own moves those after it.
    private static IReadOnlyList<string> Story(DayReport report, DateTimeOffset until) =>
    [
        .. from position in report.Positions
           where position.Symbol != Meta && position.Triggers.Any(trigger => trigger.At < until)
           from line in position.Triggers.Select(trigger => $"{trigger}")
               .Concat(position.Orders.Select(order => $"{order with { Id = "" }}"))
               .Append($"{position.End}")
           select $"{position.Symbol}: {line}",
    ];

    private static PositionReport Of(DayReport report, string symbol) => report.Positions.Single(position => position.Symbol == symbol);
}
