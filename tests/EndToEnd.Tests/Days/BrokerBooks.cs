using ExitDesk.Domain.Contracts;
using ExitDesk.Simulator.CommandLine;
using ExitDesk.Simulator.Report;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.EndToEnd.Tests.Days;

/// <summary>What the days came to by the broker's own history, and nothing of the product's.</summary>
internal static class BrokerBooks
{
    /// <summary>
    /// Realized result to the cent: all cash that moved for contracts of which nothing is left, premium, settlement and all. Contracts that
    /// are held to the end must be untouched, and shares unsold: what those cost is in what is held.
    /// </summary>
    public static void CheckRealized(PlayedDay day, DayReport report)
    {
        var realized = 0m;
        foreach (var symbol in day.Rig.Venue.History().GroupBy(line => line.Symbol))
        {
            if (!OccSymbol.TryParse(symbol.Key, out _, out _) || day.Rig.Venue.Position(symbol.Key) is not null)
            {
                day.Check(!symbol.Any(Closes), $"{symbol.Key} is held to the end and was not traded");
                continue;
            }

            realized += symbol.Sum(line => line.NetAmount);
        }

        day.CheckEqual(realized, report.RealizedPnl, "realized result over the trade rows");
        day.CheckEqual(realized, report.Positions.Sum(position => position.End.RealizedPnl ?? 0), "realized result over the positions");
        day.CheckEqual(report.BrokerCash, report.LedgerCash, "cash of the closing fills");
        day.CheckEqual(
            day.Rig.Scenario.Broker.Cash + day.Rig.Venue.History().Sum(line => line.NetAmount), day.Rig.Venue.Account().Cash, "the account's cash");
        day.CheckEqual(0, report.Violations.Count, "broken invariants");
        day.CheckEqual(ExitCodes.Good, ExitCodes.Of(report, finished: true), "exit code");
    }

    /// <summary>Fills that closed something in one contract or stock, oldest first.</summary>
    public static IReadOnlyList<VenueActivity> Closing(PlayedDay day, string symbol) =>
        [.. day.Rig.Venue.History().Where(line => line.Symbol == symbol && Closes(line))];

    private static bool Closes(VenueActivity line) => line.Fill is { Order.Closes: true };
}
