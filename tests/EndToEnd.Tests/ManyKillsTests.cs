using ExitDesk.EndToEnd.Tests.Days;
using ExitDesk.Simulator.CommandLine;
using ExitDesk.Simulator.Scenarios;
using Xunit;

namespace ExitDesk.EndToEnd.Tests;

[Collection(DeskDays.Name)]
public sealed class ManyKillsTests(DeskPrerequisites prerequisites)
{
    private const int Kills = 50;

    [SkippableFact]
    public async Task WhenKilledFiftyTimesInADay_EveryTriggerEndsAndTheMoneyIsRightToTheCent()
    {
        prerequisites.Require();
        await using var day = await PlayedDay.StartAsync(EarlyClose.Create(1), new RunOptions { Kills = Kills });
        await day.PlayToEndAsync();

        var report = await day.GoodReportAsync();
        day.CheckEqual(Kills, report.FunctionApp.Restarts, "restarts");
        day.CheckEqual(6, report.Positions.Sum(position => position.Triggers.Count(trigger => trigger.Outcome is "closed")) + report.Positions.Count(position => position.End.Status == "Expired"), "positions that were closed or expired");
        BrokerBooks.CheckRealized(day, report);
    }
}
