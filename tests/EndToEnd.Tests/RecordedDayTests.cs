using ExitDesk.EndToEnd.Tests.Days;
using ExitDesk.Simulator.Report;
using Xunit;

namespace ExitDesk.EndToEnd.Tests;

[Collection(DeskDays.Name)]
public sealed class RecordedDayTests(DeskPrerequisites prerequisites)
{
    [SkippableFact]
    public async Task WhenARecordedDayIsPlayed_EveryExitIsRightByItsQuoteAndEveryCentIsAccountedFor()
    {
        prerequisites.Require();
        var scenario = GoogleDay.Load();
        await using var day = await PlayedDay.StartAsync(scenario);
        await day.PlayToEndAsync();

        var report = await day.GoodReportAsync();
        day.CheckEqual(10, report.Positions.Count, "positions");
        foreach (var position in report.Positions)
        {
            CheckPosition(day, position);
        }

        day.Check(report.Positions.Count(position => position.End.Status == "Closed") >= 3, "A day on which several positions close");
        CheckMoney(day, report);
    }

    private static void CheckPosition(PlayedDay day, PositionReport position)
    {
        var market = day.Rig.Scenario.Market;
        var entry = market.OptionQuote(position.Symbol, GoogleDay.BoughtAt)!.Ask!.Value;
        day.CheckEqual(entry, position.Entry, $"{position.Symbol}: entry");
        var oracle = new ExitOracle(market, position.Symbol, entry, GoogleDay.BoughtAt);
        var must = oracle.MustCloseAt(day.Rig.Scenario.Day.Close - TimeSpan.FromMinutes(1));
        if (position.End.Status == "Open")
        {
            // A profit that was walked for and went away before anybody paid it is no exit: the position stays, and so does the rule.
            day.Check(
                must is null || position.Triggers.Any(trigger => trigger.Outcome == "unfilled"),
                $"{position.Symbol} is open and should have been closed at {must:u}");
            day.Check(position.Triggers.All(trigger => trigger.Outcome == "unfilled"), $"{position.Symbol}: triggers of an open position ended unfilled");
            day.CheckEqual(0, position.Orders.Sum(order => order.FilledQuantity), $"{position.Symbol}: contracts sold of an open position");
            return;
        }

        day.CheckEqual("Closed", position.End.Status, $"{position.Symbol}: status");
        day.Check(position.Triggers.Count > 0, $"{position.Symbol}: closed without a trigger");
        day.Check(must is null || position.Triggers[0].At <= must, $"{position.Symbol} should have been closed at {must:u}, not at {position.Triggers[0].At:u}");
        day.Check(position.Triggers.SkipLast(1).All(trigger => trigger.Outcome == "unfilled"), $"{position.Symbol}: only the last trigger closed it");
        foreach (var trigger in position.Triggers)
        {
            var isRight = trigger.Reason == "StopLoss" ? oracle.MayStop(trigger.At) : trigger.Reason == "TakeProfit" && oracle.MayTakeProfit(trigger.At);
            day.Check(isRight, $"{position.Symbol}: the quote of {trigger.At:u} does not justify {trigger}");
        }

        foreach (var order in position.Orders.Where(order => order.FilledQuantity > 0))
        {
            day.CheckEqual(market.OptionQuote(position.Symbol, order.Filled!.Value)!.Bid, order.Price, $"{position.Symbol}: fill at the bid of {order.Filled:u}");
        }

        day.CheckEqual(position.Quantity, position.Orders.Sum(order => order.FilledQuantity), $"{position.Symbol}: contracts sold");
    }

    private static void CheckMoney(PlayedDay day, DayReport report)
    {
        var fills = day.Rig.Venue.Activities().Where(activity => activity.Fill is { Order.Closes: true }).ToList();
        var entries = report.Positions.ToDictionary(position => position.Symbol, position => position.Entry);
        var realized = fills.Sum(fill => fill.NetAmount - (fill.Quantity * entries[fill.Symbol] * 100));
        day.CheckEqual(realized, report.RealizedPnl, "realized result over the broker's fills");
        day.CheckEqual(realized, report.Positions.Sum(position => position.End.RealizedPnl ?? 0), "realized result over the positions");
        day.CheckEqual(report.BrokerCash, report.LedgerCash, "cash of the fills");
    }
}
