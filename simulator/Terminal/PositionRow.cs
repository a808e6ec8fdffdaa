using System.Globalization;
using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Quotes;
using ExitDesk.Simulator.Run;
using ExitDesk.Simulator.Scenarios;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulator.Terminal;

/// <summary>
/// One line of the table: a position, of one leg or several, with its result and, for one long option, the distance to the built-in
/// plan's stop and target, whatever plan the scenario sets.
/// </summary>
/// <param name="Name">In words.</param>
/// <param name="Quantity">Units still held; negative for a single short leg.</param>
/// <param name="Entry">USD per share, net of all legs: a credit is negative.</param>
/// <param name="Price">What closing one unit brings now, or brought, USD per share: negative if it costs; null if unknown.</param>
/// <param name="Pnl">USD, realized and not; null if unknown.</param>
/// <param name="Return">Fraction of what was paid or received; null if unknown.</param>
/// <param name="ToStop">USD per share to the stop; null if it has none.</param>
/// <param name="ToTarget">USD per share to the target; null if it has none.</param>
/// <param name="End">How it ended; null while any leg is held.</param>
/// <param name="Deadline">The last safe exit today, UTC; null unless a leg that is held expires today.</param>
public sealed record PositionRow(
    string Name,
    int Quantity,
    decimal Entry,
    decimal? Price,
    decimal? Pnl,
    decimal? Return,
    decimal? ToStop,
    decimal? ToTarget,
    string? End,
    DateTimeOffset? Deadline)
{
    public bool IsClosed => End is not null;

    public static IReadOnlyList<PositionRow> Of(Rig rig, DayWatch watch) => Of(rig.Venue, watch.Openings, rig.Scenario.Broker.BroadBasedEtfs);

    /// <param name="openings">What came into the account, each with its price.</param>
    /// <param name="broadBasedEtfs">Underlyings whose expiring options may be traded longer.</param>
    public static IReadOnlyList<PositionRow> Of(SimulatedVenue venue, IReadOnlyList<Opening> openings, IReadOnlySet<string> broadBasedEtfs)
    {
        var deadlines = new DeadlineClock(venue, broadBasedEtfs);
        return
        [
            .. openings.GroupBy(opening => opening.Structure ?? opening.Symbol)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => Of(venue, deadlines, group.Key, [.. group])),
        ];
    }

    public static string NameOf(string symbol) => OccSymbol.TryParse(symbol, out var contract, out _)
        ? string.Create(CultureInfo.InvariantCulture, $"{contract.Root} {contract.Expiration:d MMM} {contract.Strike:0.###} {(contract.Right == OptionRight.Call ? 'C' : 'P')}")
        : symbol;

    private static PositionRow Of(SimulatedVenue venue, DeadlineClock deadlines, string name, IReadOnlyList<Opening> openings)
    {
        var legs = openings.GroupBy(opening => opening.Symbol).Select(symbol => LegState.Of(venue, symbol.Key, [.. symbol])).ToList();
        return legs is [var single] ? OfOne(deadlines, name, single) : OfSeveral(deadlines, name, legs);
    }

    private static PositionRow OfOne(DeadlineClock deadlines, string name, LegState leg)
    {
        var sign = Math.Sign(leg.Held == 0 ? leg.Opened : leg.Held);
        var rules = RulesOf(leg);
        return new PositionRow(
            NameOf(name) + (name == leg.Symbol ? "" : $" ({NameOf(leg.Symbol)})"),
            leg.Held,
            leg.Entry,
            leg.Price,
            leg.Pnl,
            leg.Entry == 0 ? null : sign * (leg.Price - leg.Entry) / leg.Entry,
            rules.FirstOrDefault(rule => rule.Rule == ExitReason.StopLoss)?.Distance,
            rules.FirstOrDefault(rule => rule.Rule == ExitReason.TakeProfit)?.Distance,
            leg.End,
            deadlines.Of([leg]));
    }

    private static PositionRow OfSeveral(DeadlineClock deadlines, string name, IReadOnlyList<LegState> legs)
    {
        var units = legs.Aggregate(0, (gcd, leg) => (int)System.Numerics.BigInteger.GreatestCommonDivisor(gcd, leg.Opened / SharesOf(leg)));
        var held = legs.Where(leg => leg.Held != 0).ToList();
        var entry = PerShare(legs, units, leg => leg.Entry);
        var price = legs.All(leg => leg.Price is not null) ? PerShare(legs, units, leg => leg.Price!.Value) : (decimal?)null;
        var pnl = legs.Sum(leg => leg.Pnl);
        var cost = entry * units * legs.Max(leg => leg.Multiplier);
        return new PositionRow(
            held.Count == 0 || held.Count == legs.Count ? name : $"{name}, {held.Count} of {legs.Count} legs left",
            held.Count == 0 ? 0 : units,
            entry,
            price,
            legs.Any(leg => leg.Pnl is null) ? null : pnl,
            cost == 0 || legs.Any(leg => leg.Pnl is null) ? null : pnl / Math.Abs(cost),
            null,
            null,
            held.Count > 0 ? null : string.Join("/", legs.Select(leg => leg.End).Distinct()),
            deadlines.Of(held));
    }

    // A hundred shares beside a contract are one leg of one unit.
    private static int SharesOf(LegState leg) => leg.Multiplier == 1 ? 100 : 1;

    private static decimal PerShare(IReadOnlyList<LegState> legs, int units, Func<LegState, decimal> price) =>
        units == 0 ? 0 : legs.Sum(leg => price(leg) * leg.Opened / SharesOf(leg)) / units;

    private static IReadOnlyList<RuleReading> RulesOf(LegState leg)
    {
        var plan = leg is { Held: > 0, Multiplier: > 1 } ? ExitPlan.Default : ExitPlan.Off;
        var snapshot = new PositionSnapshot(leg.Entry, leg.Price, null, leg.Price is null ? QuoteQuality.Missing : QuoteQuality.Usable);
        return [.. ExitExplanation.Read(snapshot, plan).Where(rule => rule.Enabled)];
    }
}
