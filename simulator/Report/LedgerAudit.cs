using System.Globalization;
using System.Text.Json.Nodes;
using ExitDesk.Simulator.Run;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulator.Report;

/// <summary>The invariants that only ledger and broker together show.</summary>
internal sealed class LedgerAudit(
    Rig rig, DayWatch watch, IReadOnlyList<JsonObject> positions, IReadOnlyList<JsonObject> closings, IReadOnlyList<JsonObject> trades, IReadOnlyList<VenueActivity> fills)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly List<LedgerPosition> _positions = [.. positions.Select(LedgerPosition.Of)];

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

    // Nothing the broker holds may go unrecorded; what came within the last minutes, by assignment for instance, may.
    private IEnumerable<string> Unwatched() => watch.Openings
        .Select(opening => opening.Symbol)
        .Concat(rig.Venue.Positions().Where(held => held.Position.OpenedAt < rig.Clock.Now - Patience).Select(held => held.Position.Symbol))
        .Distinct()
        .Where(symbol => !_positions.Exists(position => position.Legs.ContainsKey(symbol)))
        .Select(symbol => $"{symbol} was held and never recorded");

    private IEnumerable<string> Doubles() => closings
        .Where(closing => closing["end"] is null)
        .GroupBy(closing => closing.Text("positionId"))
        .Where(group => group.Count() > 1)
        .Select(group => $"{group.Key} has {group.Count()} closings at once");

    // What the ledger calls live must be at the broker in that quantity, and nothing else.
    private IEnumerable<string> Ghosts()
    {
        var held = rig.Venue.Positions().ToDictionary(position => position.Position.Symbol, position => (decimal)position.Position.Quantity);
        var live = _positions.Where(position => position.IsLive).SelectMany(position => position.Legs).ToLookup(leg => leg.Key, leg => leg.Value);
        return _positions.SelectMany(position => position.Legs.Keys).Distinct()
            .Where(symbol => live[symbol].Sum() != held.GetValueOrDefault(symbol))
            .Select(symbol => string.Create(
                CultureInfo.InvariantCulture,
                $"{symbol}: the ledger has {live[symbol].Sum():0.####} in {live[symbol].Count()} live, the broker holds {held.GetValueOrDefault(symbol):0.####}"));
    }
}
