using ExitDesk.EndToEnd.Tests.Days;
using ExitDesk.Simulator.CommandLine;
using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Scenarios;
using ExitDesk.Simulator.Venue;
using Xunit;

namespace ExitDesk.EndToEnd.Tests;

[Collection(DeskDays.Name)]
public sealed class OrphanTests(DeskPrerequisites prerequisites)
{
    private const string Spread = "SPY261120P00577000 SPY261120P00582000";

    [SkippableFact]
    public async Task WhenTheBrokerTakesALegAway_TheRestIsAskedAboutAndGuardedAsWhatItIs()
    {
        prerequisites.Require();
        await using var day = await PlayedDay.StartAsync(Orphan.Create(1), new RunOptions());
        await day.PlayToEndAsync();

        var report = await day.GoodReportAsync();
        var ladder = new LadderWatch(day, report);
        CheckLost(day, ladder, "AAPL261120P00220000 AAPL261120P00225000", "AAPL261120P00225000", new TimeOnly(11, 0));
        CheckLost(day, ladder, "SPY261120P00577000 SPY261120P00582000 SPY261120C00598000 SPY261120C00603000", "SPY261120C00598000", new TimeOnly(13, 30));
        CheckAsked(day, ladder, "AAPL 20 Nov 220 P ×4", "AAPL 20 Nov 225 P", new TimeOnly(11, 0));
        CheckAsked(day, ladder, "SPY 20 Nov 582/577 put credit spread ×2", "SPY 20 Nov 598 C", new TimeOnly(13, 30));
        CheckAsked(day, ladder, "SPY 20 Nov 603 C ×2", "SPY 20 Nov 598 C", new TimeOnly(13, 30));

        // Near enough to its strike at T-2; the long call and put are not, and nobody wanted them sold.
        ladder.Leaves(Spread, new TimeOnly(15, 15), "T-2");
        foreach (var expired in new[] { "AAPL261120P00220000", "SPY261120C00603000" })
        {
            day.CheckEqual("Expired", ladder.Of(expired).End.Status, $"{expired}: status");
            day.CheckEqual(0, ladder.Of(expired).Triggers.Count, $"{expired}: triggers");
            day.Check(
                day.Rig.Venue.History().Any(line => line.Type == ActivityType.OptionExpired && line.Symbol == expired), $"{expired} expired at the broker");
        }

        BrokerBooks.CheckRealized(day, report);
    }

    // The structure is over with what the broker's order for the lost leg came to, and the leg's share of its entry.
    private static void CheckLost(PlayedDay day, LadderWatch ladder, string legs, string lost, TimeOnly at)
    {
        var position = ladder.Of(legs);
        day.CheckEqual("Regrouped", position.End.Status, $"{legs}: status");
        day.CheckEqual(0, position.Triggers.Count, $"{legs}: triggers");
        day.CheckEqual(
            day.Rig.Venue.History().Where(line => line.Symbol == lost).Sum(line => line.NetAmount), position.End.RealizedPnl, $"{legs}: result of {lost}");
        var order = day.Rig.Venue.Orders().Single(order => order.Symbol == lost && order.Origin == OrderOrigin.Broker);
        day.CheckEqual(at, NewYork.TimeOf(order.CreatedAt), $"{lost}: when the broker took it");
    }

    // A card within two minutes; nobody answers, so it goes with the session and what is left stays as it is.
    private static void CheckAsked(PlayedDay day, LadderWatch ladder, string rest, string lost, TimeOnly at)
    {
        var cards = ladder.Said("Orphan", rest);
        day.CheckEqual(1, cards.Count, $"{rest}: cards");
        var late = NewYork.TimeOf(cards[0].At) - at;
        day.Check(late > TimeSpan.Zero && late <= TimeSpan.FromMinutes(2), $"{rest}: asked about {late} after {lost} was lost");
        day.Check(cards[0].Text.Contains("Nobody answered in time: it stays as it is", StringComparison.Ordinal), $"{rest}: lapsed, and says: {cards[0].Text}");
        day.CheckEqual(0, cards[0].Buttons.Count, $"{rest}: buttons left");
    }
}
