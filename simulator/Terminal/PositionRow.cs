using System.Globalization;
using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Quotes;
using ExitDesk.Simulator.Run;
using ExitDesk.Simulator.Scenarios;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulator.Terminal;

/// <summary>One line of the table: a position with its result and the distance to the built-in plan's stop and target, whatever plan the scenario sets.</summary>
/// <param name="Name">In words.</param>
/// <param name="Quantity">Still held.</param>
/// <param name="Entry">USD per share.</param>
/// <param name="Price">What closing brings now, or brought; null if unknown.</param>
/// <param name="Pnl">USD, realized once closed; null if unknown.</param>
/// <param name="Return">Fraction of the entry; null if unknown.</param>
/// <param name="ToStop">USD per share to the stop; null if it has none.</param>
/// <param name="ToTarget">USD per share to the target; null if it has none.</param>
public sealed record PositionRow(
    string Name, int Quantity, decimal Entry, decimal? Price, decimal? Pnl, decimal? Return, decimal? ToStop, decimal? ToTarget)
{
    public bool IsClosed => Quantity == 0;

    public static IReadOnlyList<PositionRow> Of(Rig rig, DayWatch watch) =>
        [.. watch.Openings.GroupBy(opening => opening.Symbol).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Of(rig, group.Key, [.. group]))];

    private static PositionRow Of(Rig rig, string symbol, IReadOnlyList<Opening> openings)
    {
        var position = rig.Venue.Position(symbol)?.Position;
        if (position is null)
        {
            return Closed(rig, symbol, openings);
        }

        var quote = position.Contract is null
            ? rig.Venue.Market.StockQuote(symbol, rig.Clock.Now)
            : rig.Venue.Market.OptionQuote(symbol, rig.Clock.Now);
        var price = position.IsLong ? quote?.Bid : quote?.Ask;
        var sign = position.IsLong ? 1 : -1;
        var snapshot = new PositionSnapshot(sign * position.AverageEntryPrice, sign * price, null, price is null ? QuoteQuality.Missing : QuoteQuality.Usable);
        // The desk judges long options alone.
        var rules = ExitExplanation.Read(snapshot, position is { Contract: not null, IsLong: true } ? ExitPlan.Default : ExitPlan.Off).Where(rule => rule.Enabled).ToList();
        return new PositionRow(
            NameOf(symbol),
            position.Quantity,
            position.AverageEntryPrice,
            price,
            (price - position.AverageEntryPrice) * position.Quantity * position.Multiplier,
            position.AverageEntryPrice == 0 ? null : sign * (price - position.AverageEntryPrice) / position.AverageEntryPrice,
            rules.FirstOrDefault(rule => rule.Rule == ExitReason.StopLoss)?.Distance,
            rules.FirstOrDefault(rule => rule.Rule == ExitReason.TakeProfit)?.Distance);
    }

    // What is closed shows what it brought: the fills against the entries.
    private static PositionRow Closed(Rig rig, string symbol, IReadOnlyList<Opening> openings)
    {
        var fills = rig.Venue.Activities().Where(activity => activity.Type == ActivityType.Fill && activity.Symbol == symbol).ToList();
        var multiplier = rig.Scenario.Market.Contracts.FirstOrDefault(contract => contract.Symbol == symbol)?.Multiplier ?? 1;
        var quantity = openings.Sum(opening => opening.Quantity);
        var cost = openings.Sum(opening => (opening.EntryPrice ?? 0) * opening.Quantity) * multiplier;
        var entry = quantity == 0 ? 0 : cost / (quantity * multiplier);
        var pnl = fills.Sum(fill => fill.NetAmount) - cost;
        var price = fills.Count == 0 ? null : fills[^1].Price;
        return new PositionRow(NameOf(symbol), 0, entry, price, fills.Count == 0 ? null : pnl, cost == 0 ? null : pnl / Math.Abs(cost), null, null);
    }

    public static string NameOf(string symbol) => OccSymbol.TryParse(symbol, out var contract, out _)
        ? string.Create(CultureInfo.InvariantCulture, $"{contract.Root} {contract.Expiration:d MMM} {contract.Strike:0.###} {(contract.Right == OptionRight.Call ? 'C' : 'P')}")
        : symbol;
}
