using ExitDesk.EndToEnd.Tests.Days;
using ExitDesk.Simulator.CommandLine;
using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Scenarios;
using ExitDesk.Simulator.Venue;
using ExitDesk.TestKit.Scenarios;
using Xunit;

namespace ExitDesk.EndToEnd.Tests;

[Collection(DeskDays.Name)]
public sealed class ExpiryDayTests(DeskPrerequisites prerequisites)
{
    private const string Amazon = "AMZN261120C00207500";
    private const string Tesla = "TSLA261120C00345000";

    private static readonly TimeOnly Deadline = new(15, 0);
    private static readonly TimeOnly EtfDeadline = new(15, 15);

    [SkippableFact]
    public async Task WhenEverythingHeldExpires_WhatMayFinishInTheMoneyIsOutBeforeTheBrokersCutOff()
    {
        prerequisites.Require();
        await using var day = await PlayedDay.StartAsync(ExpiryDay.Create(1), new RunOptions());
        await day.PlayToEndAsync();

        var report = await day.GoodReportAsync();
        day.CheckEqual(8, report.Positions.Count, "positions");
        var ladder = new LadderWatch(day, report);
        foreach (var (legs, title, deadline, rung) in new[]
        {
            ("AAPL261120C00220000", "AAPL 20 Nov 220 C ×3", Deadline, "T-5"),
            ("QCOM261120P00160000", "QCOM 20 Nov 160 P ×5", Deadline, "T-5"),
            ("META261120P00590000 META261120P00600000", "META 20 Nov 600/590 put credit spread ×2", Deadline, "T-5"),
            ("MSFT261120C00435000", "MSFT 20 Nov 435 C ×4", Deadline, "T-2"),
            (Tesla, "TSLA 20 Nov 345 C ×2", Deadline, "T-2"),
            ("SPY261120C00585000", "SPY 20 Nov 585 C ×2", EtfDeadline, "T-5"),
        })
        {
            ladder.Leaves(legs, deadline, rung);
            ladder.AsksOnce(legs, title);
        }

        ladder.IsLeft("NVDA261120C00150000", "NVDA 20 Nov 150 C ×10");
        CheckOwnersStop(day);
        CheckHalted(day, ladder);
        BrokerBooks.CheckRealized(day, report);
    }

    // The owner's resting stop held the contracts: it had to go first, and none of it filled.
    private static void CheckOwnersStop(PlayedDay day)
    {
        var stop = day.Rig.Venue.Orders().Single(order => order is { Origin: OrderOrigin.Owner, Symbol: Tesla, Kind: OrderKind.Stop });
        var close = day.Rig.Venue.Orders().Single(order => order is { Origin: OrderOrigin.Client, Symbol: Tesla });
        day.CheckEqual(0, stop.FilledQuantity, "contracts that the owner's stop sold");
        day.Check(stop.CanceledAt <= close.CreatedAt, $"the owner's stop, canceled at {stop.CanceledAt:u}, made room for the close of {close.CreatedAt:u}");
    }

    // Nobody knows where it stands: it counts as in the money, its order finds no bid, and the owner hears of it each minute of the halt.
    private static void CheckHalted(PlayedDay day, LadderWatch ladder)
    {
        var oracle = new LadderOracle(day.Rig.Scenario.Market, Amazon);
        var position = ladder.Of(Amazon);
        day.CheckEqual("T-2", oracle.Rung, "AMZN, halted: rung");
        day.CheckEqual(oracle.DueAt, position.Triggers.Single().At, "AMZN, halted: when it was decided");
        day.CheckEqual("unfilled", position.Triggers[0].Outcome, "AMZN, halted: outcome");
        day.Check(position.Orders.Count > 0 && position.Orders[0].Submitted < oracle.Deadline, "AMZN, halted: an order stood before the last safe exit");
        day.CheckEqual(0, BrokerBooks.Closing(day, Amazon).Count, "AMZN, halted: fills");
        day.CheckEqual("Expired", position.End.Status, "AMZN, halted: status");
        var alerts = day.Shown.Where(message => message.Text.Contains("Past the deadline · AMZN 20 Nov 207.5 C ×5", StringComparison.Ordinal)).ToList();
        day.CheckEqual(
            "15:00 15:01 15:02", string.Join(' ', alerts.Select(alert => $"{NewYork.TimeOf(alert.EditedAt ?? alert.At):HH:mm}").Distinct()), "AMZN: alerts until the halt ends");
        day.Check(alerts.All(alert => alert.Text.Contains("If you do nothing", StringComparison.Ordinal)), $"Each alert says what comes: {alerts[0].Text}");
    }
}
