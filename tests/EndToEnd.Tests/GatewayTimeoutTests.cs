using ExitDesk.EndToEnd.Tests.Days;
using ExitDesk.Simulator.Faults;
using Xunit;

namespace ExitDesk.EndToEnd.Tests;

[Collection(DeskDays.Name)]
public sealed class GatewayTimeoutTests(DeskPrerequisites prerequisites)
{
    [SkippableFact]
    public async Task WhenTheBrokerAcceptedAndAnswered504_FindsItsOrderInsteadOfSendingASecond()
    {
        prerequisites.Require();
        await using var day = await PlayedDay.StartAsync(CrashMorning.OfOne(), Fault.GatewayTimeoutAfterAccept);
        await day.PlayUntilAsync(9, 45);

        var report = await day.GoodReportAsync();
        await Closings.CheckClosedOnceAsync(day, report, CrashMorning.Apple, TimeSpan.FromSeconds(30));
    }

    [SkippableFact]
    public async Task WhenTheBrokerAnswered504WithoutAccepting_SendsAgainOnlyAfterTwoLooks()
    {
        prerequisites.Require();
        await using var day = await PlayedDay.StartAsync(CrashMorning.OfOne(), Fault.GatewayTimeoutBeforeAccept);
        await day.PlayUntilAsync(9, 45);

        var report = await day.GoodReportAsync();
        await Closings.CheckClosedOnceAsync(day, report, CrashMorning.Apple, TimeSpan.FromSeconds(45));
        var position = report.Positions.Single();
        var waited = position.Orders[0].Submitted - position.Triggers[0].At;
        day.Check(waited >= TimeSpan.FromSeconds(10), $"Two looks ten seconds apart before the order is sent again, not {waited}");
    }
}
