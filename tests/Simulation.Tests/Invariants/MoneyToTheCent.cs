using ExitDesk.Domain.Orders;
using ExitDesk.Simulation.Tests.World;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulation.Tests.Invariants;

/// <summary>
/// 4. Σ fill quantity × price × multiplier over all trade rows equals the broker's FILL activities to the cent; fees, exercise,
/// assignment and expiry are rows of their own and account for the rest of the cash.
/// </summary>
/// <remarks>What was opened and sold by others within the minute before any read listed it was never a position: its owner is told that it is missing.</remarks>
internal sealed class MoneyToTheCent(DayWorld world) : Invariant(world)
{
    private readonly Dictionary<string, decimal> _booked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, VenueActivity> _fills = new(StringComparer.Ordinal);
    private bool _isLost;

    public override string Name => "4";

    // What opens is a position's basis, not a trade's.
    public override void Filled(VenueActivity fill, int before, int after)
    {
        if (!IsEntry(fill.Fill!.Order))
        {
            _fills[fill.Id] = fill;
        }
    }

    public override void Lost() => _isLost = true;

    public override void Stepped()
    {
        while (Ledger.NewTrades.TryDequeue(out var trade))
        {
            foreach (var fill in trade.Fills)
            {
                Count(trade.Id, fill);
            }
        }
    }

    // After a lost ledger nobody knows what was booked in it.
    public override void Ended()
    {
        Stepped();
        if (_isLost)
        {
            return;
        }

        foreach (var fill in _fills.Values.Where(fill => _booked.GetValueOrDefault(fill.Id) != fill.Quantity && !WasNeverSeen(fill)))
        {
            Broken($"{fill.Fill!.Order.Origin} fill {fill.Id}, {fill.Quantity} {fill.Symbol} at {fill.Price}: {_booked.GetValueOrDefault(fill.Id)} are in trade rows");
        }

        Rest();
    }

    private void Count(string trade, Fill fill)
    {
        if (!_fills.TryGetValue(fill.Id, out var told))
        {
            Broken($"trade {trade} has fill {fill.Id}, which the broker does not know");
        }
        else if (told.Price != fill.Price || told.Symbol != fill.Symbol || (told.NetAmount > 0) != (fill.Side == Domain.Orders.OrderSide.Sell))
        {
            Broken($"trade {trade} has fill {fill}, of which the broker says {told}");
        }
        else if (!_isLost && (_booked[fill.Id] = _booked.GetValueOrDefault(fill.Id) + fill.Quantity) > told.Quantity)
        {
            Broken($"fill {fill.Id} is booked for {_booked[fill.Id]} of {told.Quantity}");
        }
    }

    private bool WasNeverSeen(VenueActivity fill) => fill.Fill!.Order.Origin != OrderOrigin.Client
        && World.Plan.Entries.Entries.Any(entry => entry.Symbols.Contains(fill.Symbol))
        && !Ledger.Positions.Values.Any(position => position.FirstSeenAt <= fill.At && !(position.EndedAt < fill.At) && position.Legs.Any(leg => leg.Symbol == fill.Symbol));

    // What left without a trade has a row that says how.
    private void Rest()
    {
        foreach (var line in World.Venue.Activities().Where(line => line.Type is ActivityType.OptionExpired or ActivityType.OptionAssigned or ActivityType.OptionExercised))
        {
            var rows = Ledger.Trades.Where(trade => trade.Ending is not null && trade.Symbol == line.Symbol).Sum(trade => trade.Quantity);
            if (rows != Math.Abs(line.Quantity))
            {
                Broken($"{line.Type} of {line.Quantity} {line.Symbol}: rows tell of {rows}");
            }
        }
    }
}
