using System.Globalization;
using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Quotes;
using ExitDesk.Simulator.Run;
using ExitDesk.Simulator.Scenarios;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulator.Terminal;

/// <summary>One line of the table: a position with its result and the distance to each rule of the built-in plan.</summary>
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
        [.. watch.Openings.Values.OrderBy(opening => opening.Symbol, StringComparer.Ordinal).Select(opening => Of(rig, opening))];

    private static PositionRow Of(Rig rig, Opening opening)
    {
        var position = rig.Venue.Position(opening.Symbol)?.Position;
        if (position is null)
        {
            return Closed(rig, opening);
        }

        var quote = position.Contract is null
            ? rig.Venue.Market.StockQuote(opening.Symbol, rig.Clock.Now)
            : rig.Venue.Market.OptionQuote(opening.Symbol, rig.Clock.Now);
        var price = position.IsLong ? quote?.Bid : quote?.Ask;
        var sign = position.IsLong ? 1 : -1;
        var snapshot = new PositionSnapshot(sign * position.AverageEntryPrice, sign * price, null, price is null ? QuoteQuality.Missing : QuoteQuality.Usable);
        var rules = ExitExplanation.Read(snapshot, position.Contract is null ? ExitPlan.Off : ExitPlan.Default).Where(rule => rule.Enabled).ToList();
        return new PositionRow(
            NameOf(opening.Symbol),
            position.Quantity,
            position.AverageEntryPrice,
            price,
            (price - position.AverageEntryPrice) * position.Quantity * position.Multiplier,
            position.AverageEntryPrice == 0 ? null : sign * (price - position.AverageEntryPrice) / position.AverageEntryPrice,
            rules.FirstOrDefault(rule => rule.Rule == ExitReason.StopLoss)?.Distance,
            rules.FirstOrDefault(rule => rule.Rule == ExitReason.TakeProfit)?.Distance);
    }

    // What is closed shows what it brought: the fills against the entry.
    private static PositionRow Closed(Rig rig, Opening opening)
    {
        var fills = rig.Venue.Activities().Where(activity => activity.Type == ActivityType.Fill && activity.Symbol == opening.Symbol).ToList();
        var entry = opening.EntryPrice ?? 0;
        var multiplier = rig.Scenario.Market.Contracts.FirstOrDefault(contract => contract.Symbol == opening.Symbol)?.Multiplier ?? 1;
        var cost = entry * opening.Quantity * multiplier;
        var pnl = fills.Sum(fill => fill.NetAmount) - cost;
        var price = fills.Count == 0 ? null : fills[^1].Price;
        return new PositionRow(NameOf(opening.Symbol), 0, entry, price, fills.Count == 0 ? null : pnl, cost == 0 ? null : pnl / Math.Abs(cost), null, null);
    }

    public static string NameOf(string symbol) => OccSymbol.TryParse(symbol, out var contract, out _)
        ? string.Create(CultureInfo.InvariantCulture, $"{contract.Root} {contract.Expiration:d MMM} {contract.Strike:0.###} {(contract.Right == OptionRight.Call ? 'C' : 'P')}")
        : symbol;
}
