using ExitDesk.EndToEnd.Tests.Days;
using ExitDesk.Simulator.Faults;
using Xunit;

namespace ExitDesk.EndToEnd.Tests;

[Collection(DeskDays.Name)]
public sealed class RestartTests(DeskPrerequisites prerequisites)
{
    [SkippableFact]
    public async Task WhenKilledAfterTheBrokerAccepted_FinishesTheCloseOnceAfterItsRestart()
    {
        prerequisites.Require();
        await using var day = await PlayedDay.StartAsync(CrashMorning.OfOne(), Fault.Kill);
        await day.PlayUntilAsync(9, 45);

        var report = await day.GoodReportAsync();
        day.CheckEqual(1, report.FunctionApp.Restarts, "restarts");
        await Closings.CheckClosedOnceAsync(day, report, CrashMorning.Apple, TimeSpan.FromSeconds(75));
    }
}
