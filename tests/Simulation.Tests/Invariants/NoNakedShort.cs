using ExitDesk.Domain.Entries;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Simulation.Tests.World;
using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulation.Tests.Invariants;

/// <summary>10. Spreads are closed as one, or shorts first; no step leaves a naked short that was not there before.</summary>
/// <remarks>
/// A short option is covered by a long one of its right and underlying that lives at least as long, a short call by shares. Legs that
/// fill at the same instant are judged together. "Before" is before the closing began: beside a short option that somebody left without
/// cover, a spread's long leg covers that one for the moment between its own two orders. Where others traded in the underlying, a long
/// option that is a position of its own covers nothing of another one: that it happens to is the owner's or the broker's doing.
/// A put that the desk sold against cash needs no other cover, and an option that it bought alone is none.
/// </remarks>
internal sealed class NoNakedShort(DayWorld world) : Invariant(world)
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    private readonly HashSet<string> _apart = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _atStart = new(StringComparer.Ordinal);
    private readonly HashSet<string> _touchedByOthers = new(StringComparer.Ordinal);
    private DateTimeOffset _at;
    private string _of = "";
    private int _before;

    public override string Name => "10";

    public override void Lost() => _atStart.Clear();

    public override void Committed(IReadOnlyList<LedgerChange> changes)
    {
        foreach (var closing in Ledger.Closings.Values.Where(closing => !_atStart.ContainsKey(closing.Id)))
        {
            var symbol = closing.Legs[0].Symbol;
            _atStart[closing.Id] = Naked(symbol, World.Watch.Held.GetValueOrDefault(symbol));
        }
    }

    public override void Filled(VenueActivity fill, int before, int after)
    {
        var order = fill.Fill!.Order;
        if (IsEntry(order) && order.Parent is null && World.Plan.Entries.Of(order.ClientOrderId)?.Action != EntryAction.SellCall)
        {
            _apart.Add(fill.Symbol);
        }

        if (fill.At != _at || UnderlyingOf(fill.Symbol) != _of)
        {
            (_at, _of) = (fill.At, UnderlyingOf(fill.Symbol));
            _before = Naked(fill.Symbol, before);
        }

        if (order.Origin != OrderOrigin.Client)
        {
            _touchedByOthers.Add(_of);
        }

        var naked = Naked(fill.Symbol, after);
        if (order.Origin == OrderOrigin.Client && order.Parent is null && !IsEntry(order) && naked > Math.Max(_before, AtStart(fill.Symbol)) && !IsAlone(fill.Symbol))
        {
            Broken($"order {order.Id} left {naked} short options without cover, {_before} before");
        }
    }

    private bool IsAlone(string symbol) => _touchedByOthers.Contains(_of)
        && Ledger.Closings.Values.Where(closing => closing.End is null && closing.Legs.Any(leg => leg.Symbol == symbol)).All(closing => closing.Legs is [{ IsLong: true }]);

    private int AtStart(string symbol) => Ledger.Closings.Values
        .Where(closing => closing.Legs.Any(leg => leg.Symbol == symbol) && (closing.End is null || Now - closing.EndedAt < Late))
        .Max(closing => (int?)_atStart.GetValueOrDefault(closing.Id)) ?? 0;

    // Of one underlying: what happens in another is no cover.
    private int Naked(string changed, int quantity)
    {
        var underlying = UnderlyingOf(changed);
        var held = World.Plan.Contracts.Where(contract => contract.Underlying == underlying && !_apart.Contains(contract.Symbol))
            .Select(contract => (Contract: contract, Quantity: contract.Symbol == changed ? quantity : World.Watch.Held.GetValueOrDefault(contract.Symbol)))
            .Where(holding => holding.Quantity != 0)
            .ToList();
        return held.GroupBy(holding => (holding.Contract.Underlying, holding.Contract.IsCall))
            .Sum(group => NakedOf([.. group], group.Key.IsCall ? World.Watch.Held.GetValueOrDefault(group.Key.Underlying) / 100 : 0));
    }

    private string UnderlyingOf(string symbol) => World.Plan.Contracts.FirstOrDefault(contract => contract.Symbol == symbol)?.Underlying ?? symbol;

    private static int NakedOf(List<(ListedContract Contract, int Quantity)> holdings, int shares)
    {
        var longs = holdings.Where(holding => holding.Quantity > 0).ToDictionary(holding => holding.Contract, holding => holding.Quantity);
        var naked = 0;
        foreach (var (contract, quantity) in holdings.Where(holding => holding.Quantity < 0).OrderByDescending(holding => holding.Contract.Expiration))
        {
            var open = -quantity;
            foreach (var cover in longs.Keys.Where(cover => cover.Expiration >= contract.Expiration).ToList())
            {
                var matched = Math.Min(open, longs[cover]);
                longs[cover] -= matched;
                open -= matched;
            }

            var covered = Math.Min(open, Math.Max(0, shares));
            shares -= covered;
            naked += open - covered;
        }

        return naked;
    }
}
