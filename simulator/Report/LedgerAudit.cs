using System.Globalization;
using System.Text.Json.Nodes;
using ExitDesk.Simulator.Run;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulator.Report;

/// <summary>The invariants that only ledger and broker together show.</summary>
internal sealed class LedgerAudit(
    Rig rig, DayWatch watch, IReadOnlyList<JsonObject> positions, IReadOnlyList<JsonObject> closings, IReadOnlyList<JsonObject> trades, IReadOnlyList<VenueActivity> fills)
{
    public IEnumerable<string> Violations() => [.. Money(), .. Unwatched(), .. Doubles(), .. Ghosts()];

    private IEnumerable<string> Money()
    {
        var broker = fills.Sum(fill => fill.NetAmount);
        var ledger = trades.Sum(trade => trade.Number("cash") ?? 0);
        if (decimal.Round(broker, 2) != decimal.Round(ledger, 2))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"trade rows say {ledger:0.00} of cash, the broker's fills {broker:0.00}");
        }
    }

    // Nothing the broker holds may go unrecorded; a position opened within the last minutes may.
    private IEnumerable<string> Unwatched() => watch.Openings
        .Select(opening => opening.Symbol)
        .Distinct()
        .Where(symbol => positions.All(position => position.Text("symbol") != symbol))
        .Select(symbol => $"{symbol} was held and never recorded");

    private IEnumerable<string> Doubles() => closings
        .Where(closing => closing["end"] is null)
        .GroupBy(closing => closing.Text("positionId"))
        .Where(group => group.Count() > 1)
        .Select(group => $"{group.Key} has {group.Count()} closings at once");

    // A position that the ledger calls closed must be gone from the broker, and one it calls open must be there.
    private IEnumerable<string> Ghosts()
    {
        var held = rig.Venue.Positions().ToDictionary(position => position.Position.Symbol, position => position.Position.Quantity);
        foreach (var symbol in positions.GroupBy(position => position.Text("symbol")))
        {
            var live = symbol.Count(position => position.Text("status") is "Open" or "AwaitingApproval" or "Closing");
            if (live != (held.ContainsKey(symbol.Key) ? 1 : 0))
            {
                yield return $"{symbol.Key}: the ledger has {live} live, the broker holds {held.GetValueOrDefault(symbol.Key)}";
            }
        }
    }
}
