using ExitDesk.EndToEnd.Tests.Days;
using ExitDesk.Simulator.CommandLine;
using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Scenarios;
using ExitDesk.Simulator.Venue;
using ExitDesk.TestKit.Scenarios;
using Xunit;

namespace ExitDesk.EndToEnd.Tests;

[Collection(DeskDays.Name)]
public sealed class SpreadsTests(DeskPrerequisites prerequisites)
{
    private const string AppleSpread = "AAPL261218P00220000 AAPL261218P00225000";
    private const string MicrosoftSpread = "MSFT261218C00430000 MSFT261218C00440000";
    private const string AmazonPut = "AMZN261218P00200000";

    [SkippableFact]
    public async Task WhenThreeDaysArePlayed_SpreadsCloseAsOneAndTheNightsBookingsAreFound()
    {
        prerequisites.Require();
        await using var days = await PlayedDay.StartAsync(Spreads.Create(1, days: 3), new RunOptions { Days = 3 });
        await days.PlayToEndAsync();

        var report = await days.GoodReportAsync();
        var watch = new LadderWatch(days, report);
        CheckClosed(days, watch, AppleSpread, "AAPL 225/220 put credit spread", "TakeProfit");
        CheckClosed(days, watch, MicrosoftSpread, "MSFT 430/440 call debit spread", "StopLoss");
        CheckClosed(days, watch, "QCOM261218P00155000", "QCOM261218P00155000", "StopLoss");
        CheckClosedAsOne(days, AppleSpread, 4);
        CheckClosedAsOne(days, MicrosoftSpread, 3);
        CheckAssigned(days, watch);
        CheckDividend(days, watch);
        BrokerBooks.CheckRealized(days, report);
    }

    // On the first day, at the very look that its own rules name.
    private static void CheckClosed(PlayedDay days, LadderWatch watch, string legs, string structure, string reason)
    {
        var position = watch.Of(legs);
        var oracle = new StructureOracle(days.Rig.Scenario, structure);
        days.CheckEqual("Closed", position.End.Status, $"{legs}: status");
        days.CheckEqual(reason, position.End.Reason, $"{legs}: reason");
        days.CheckEqual(oracle.DueAt(), position.Triggers[0].At, $"{legs}: when it was decided");
        days.CheckEqual("closed", position.Triggers[^1].Outcome, $"{legs}: outcome");
    }

    // No leg is ever traded alone: no order of the desk in a leg, and the order that filled has them all.
    private static void CheckClosedAsOne(PlayedDay days, string legs, int units)
    {
        var orders = days.Rig.Venue.Orders().Where(order => order is { Origin: OrderOrigin.Client, IsLeg: false }).ToList();
        days.Check(!orders.Exists(order => legs.Split(' ').Contains(order.Symbol)), $"{legs}: no order in one leg");
        var filled = orders.Single(order => order is { IsMultiLeg: true, FilledQuantity: > 0 } && LegsOf(days, order) == legs);
        days.CheckEqual(units, filled.FilledQuantity, $"{legs}: units closed as one");
    }

    private static string LegsOf(PlayedDay days, VenueOrder order) =>
        string.Join(' ', days.Rig.Venue.Legs(order).Select(leg => leg.Symbol).Order(StringComparer.Ordinal));

    // The short put goes over night: its premium is kept, its shares come at the strike, the long put stays behind and is guarded.
    private static void CheckAssigned(PlayedDay days, LadderWatch watch)
    {
        var assigned = days.Rig.Venue.History().Single(line => line.Type == ActivityType.OptionAssigned);
        days.CheckEqual(AmazonPut, assigned.Symbol, "assigned");
        var premium = days.Rig.Venue.History().Single(line => line.Symbol == AmazonPut && line.Type == ActivityType.Fill).NetAmount;
        var spread = watch.Of($"AMZN261218P00190000 {AmazonPut}");
        days.Check(premium > 0, "The short put brought a premium");
        days.CheckEqual("Regrouped", spread.End.Status, "AMZN spread: status");
        days.CheckEqual(premium, spread.End.RealizedPnl, "AMZN spread: its premium is its result");
        days.CheckEqual(new TimeOnly(6, 5), NewYork.TimeOf(spread.End.At!.Value), "AMZN spread: booked when the history tells of it");
        var shares = watch.Of("AMZN");
        days.CheckEqual(("Open", 100m, 200m), (shares.End.Status, shares.Quantity, shares.Entry), "AMZN shares, found at the strike");
        days.CheckEqual(1, watch.Said("Orphan", "AMZN 18 Dec 190 P ×1").Count, "cards about the put that is left");
        days.CheckEqual("Closed", watch.Of("AMZN261218P00190000").End.Status, "the put that is left, which then took its profit: status");
    }

    // 200 shares held over the open; money that came for holding them is nobody's realized result.
    private static void CheckDividend(PlayedDay days, LadderWatch watch)
    {
        var dividend = days.Rig.Venue.History().Single(line => line.Type == ActivityType.Dividend);
        days.CheckEqual(("KO", 200 * 0.51m), (dividend.Symbol, dividend.NetAmount), "dividend");
        days.CheckEqual("Open", watch.Of("KO").End.Status, "KO shares: status");
        var call = watch.Of("KO261218C00065000 KO");
        days.CheckEqual(
            days.Rig.Venue.History().Where(line => line.Symbol == "KO261218C00065000").Sum(line => line.NetAmount), call.End.RealizedPnl, "KO call: result");
    }
}
