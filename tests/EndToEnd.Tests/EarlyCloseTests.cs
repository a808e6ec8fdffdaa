using ExitDesk.EndToEnd.Tests.Days;
using ExitDesk.Simulator.CommandLine;
using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Scenarios;
using Xunit;

namespace ExitDesk.EndToEnd.Tests;

[Collection(DeskDays.Name)]
public sealed class EarlyCloseTests(DeskPrerequisites prerequisites)
{
    private static readonly TimeOnly Deadline = new(12, 0);
    private static readonly TimeOnly EtfDeadline = new(12, 15);

    [SkippableFact]
    public async Task WhenTheMarketClosesAtThirteenHours_TheLadderIsClimbedInTheMorning()
    {
        prerequisites.Require();
        await using var day = await PlayedDay.StartAsync(EarlyClose.Create(1), new RunOptions());
        await day.PlayToEndAsync();

        var report = await day.GoodReportAsync();
        day.CheckEqual(new TimeOnly(13, 0), NewYork.TimeOf(day.Rig.Scenario.Day.Close), "close");
        var ladder = new LadderWatch(day, report);
        foreach (var (legs, title, deadline, rung) in new[]
        {
            ("AAPL261127C00225000", "AAPL 27 Nov 225 C ×3", Deadline, "T-5"),
            ("MSFT261127C00435000", "MSFT 27 Nov 435 C ×4", Deadline, "T-2"),
            ("QCOM261127P00155000 QCOM261127P00160000", "QCOM 27 Nov 160/155 put credit spread ×3", Deadline, "T-2"),
            ("SPY261127P00592000", "SPY 27 Nov 592 P ×3", EtfDeadline, "T-5"),
        })
        {
            ladder.Leaves(legs, deadline, rung);
            ladder.AsksOnce(legs, title);
        }

        ladder.IsLeft("NVDA261127C00150000", "NVDA 27 Nov 150 C ×10");

        // Nobody bids for the wing by then: it is left of the spread, alone, and expires.
        ladder.IsLeft("QCOM261127P00155000", "QCOM 27 Nov 155 P ×3");
        var december = ladder.Of("META261218C00600000");
        day.CheckEqual("Open", december.End.Status, "META, which expires in December: status");
        day.CheckEqual(0, december.Triggers.Count + december.Orders.Count, "META, which expires in December: triggers and orders");
        BrokerBooks.CheckRealized(day, report);
    }
}
