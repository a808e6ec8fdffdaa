using ExitDesk.Simulation.Tests.World;
using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulation.Tests.Invariants;

/// <summary>10. Spreads are closed as one, or shorts first; no step leaves a naked short that was not there before.</summary>
/// <remarks>
/// A short option is covered by a long one of its right and underlying that lives at least as long, a short call by shares. Legs that
/// fill at the same instant are judged together.
/// </remarks>
internal sealed class NoNakedShort(DayWorld world) : Invariant(world)
{
    private DateTimeOffset _at;
    private int _before;

    public override string Name => "10";

    public override void Filled(VenueActivity fill, int before, int after)
    {
        var order = fill.Fill!.Order;
        if (fill.At != _at)
        {
            _at = fill.At;
            _before = Naked(fill.Symbol, before);
        }

        var naked = Naked(fill.Symbol, after);
        if (order.Origin == OrderOrigin.Client && order.Parent is null && naked > _before)
        {
            Broken($"order {order.Id} left {naked} short options without cover, {_before} before");
        }
    }

    private int Naked(string changed, int quantity)
    {
        var held = World.Plan.Contracts
            .Select(contract => (Contract: contract, Quantity: contract.Symbol == changed ? quantity : World.Watch.Held.GetValueOrDefault(contract.Symbol)))
            .Where(holding => holding.Quantity != 0)
            .ToList();
        return held.GroupBy(holding => (holding.Contract.Underlying, holding.Contract.IsCall))
            .Sum(group => NakedOf([.. group], group.Key.IsCall ? World.Watch.Held.GetValueOrDefault(group.Key.Underlying) / 100 : 0));
    }

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
