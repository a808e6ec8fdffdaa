using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.Simulation.Tests.World;
using VenueActivity = ExitDesk.Simulator.Venue.VenueActivity;

namespace ExitDesk.Simulation.Tests.Invariants;

/// <summary>
/// 7. A failed, partial or empty read never closes a ledger position by itself: "gone" needs two reads and an explanation (fill,
/// activity, expiry), or it is ClosedElsewhere with an alert. An ending may be reclassified when its activity arrives.
/// </summary>
/// <remarks>Judged on the venue: what ends in the ledger is not held any more, but for legs that were left to expire.</remarks>
internal sealed class GoneNeedsProof(DayWorld world) : Invariant(world)
{
    private static readonly TimeSpan UntilSync = TimeSpan.FromMinutes(2);

    private readonly List<(string Symbol, DateTimeOffset At, int Quantity)> _opened = [];

    public override string Name => "7";

    public override void Filled(VenueActivity fill, int before, int after)
    {
        if (IsEntry(fill.Fill!.Order))
        {
            _opened.Add((fill.Symbol, fill.At, after - before));
        }
    }

    public override void Committed(IReadOnlyList<LedgerChange> changes)
    {
        foreach (var change in changes)
        {
            if (change is LedgerChange.Replace
                && change.Key.StartsWith(LedgerKeys.Positions, StringComparison.Ordinal)
                && Ledger.Positions.TryGetValue(change.Key[LedgerKeys.Positions.Length..], out var position)
                && !position.Status.IsLive() && position.Status != PositionStatus.Regrouped)
            {
                Judge(position);
            }
        }
    }

    private void Judge(Position position)
    {
        var left = Ledger.Closings.Values.Where(closing => closing.PositionId == position.Id).SelectMany(closing => closing.LeftOut).ToHashSet();
        foreach (var leg in position.Structure.ClosingLegs.Where(leg => !left.Contains(leg.Symbol)))
        {
            var held = World.Venue.Position(leg.Symbol)?.Position.Quantity ?? 0;
            var claimed = Ledger.Positions.Values.Where(other => other.Status.IsLive())
                .SelectMany(other => other.Legs.Where(own => own.Symbol == leg.Symbol).Select(own => own.Ratio * other.Quantity)).Sum();
            if (Math.Sign(held) == Math.Sign(leg.Ratio) && Math.Abs(held) > Math.Abs(claimed + Freed(position, leg.Symbol) + Opened(leg.Symbol)))
            {
                Broken($"position {position.Id} ended {position.Status} while {held} {leg.Symbol} are held");
            }
        }
    }

    // So is what an entry opened beside it just now.
    private decimal Opened(string symbol) => _opened.Where(fill => fill.Symbol == symbol && Now - fill.At < UntilSync).Sum(fill => fill.Quantity);

    // Shares that covered a call which was closed just before are nobody's until the next sync finds them.
    private decimal Freed(Position position, string symbol) => Ledger.Positions.Values
        .Where(other => !other.Status.IsLive() && other.EndedAt >= position.EndedAt - UntilSync)
        .SelectMany(other => other.Legs.Where(own => own.Symbol == symbol && !other.Structure.ClosingLegs.Contains(own)).Select(own => own.Ratio * other.Quantity))
        .Sum();
}
