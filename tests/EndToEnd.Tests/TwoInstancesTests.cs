using ExitDesk.EndToEnd.Tests.Days;
using ExitDesk.Simulator.CommandLine;
using Xunit;

namespace ExitDesk.EndToEnd.Tests;

[Collection(DeskDays.Name)]
public sealed class TwoInstancesTests(DeskPrerequisites prerequisites)
{
    [SkippableFact]
    public async Task WhenTwoFunctionAppsGuardOneAccount_EachTriggerSendsOneOrder()
    {
        prerequisites.Require();
        await using var day = await PlayedDay.StartAsync(CrashMorning.OfThree(), new RunOptions { Instances = 2 });
        await day.PlayUntilAsync(9, 50);

        var report = await day.GoodReportAsync();
        foreach (var symbol in new[] { CrashMorning.Apple, CrashMorning.Microsoft, CrashMorning.Nvidia })
        {
            await Closings.CheckClosedOnceAsync(day, report, symbol, TimeSpan.FromMinutes(1));
        }
    }
}
