namespace ExitDesk.Simulator.Venue;

/// <summary>Checks, independently of the broker's own refusals, that closing orders only ever close.</summary>
/// <remarks>
/// Judges positions and orders after the fact, so that a hole in the broker's checks shows as a violation instead of
/// hiding one. Safe for concurrent use.
/// </remarks>
public sealed class InvariantWatch
{
    private readonly Lock _gate = new();
    private readonly List<Violation> _violations = [];

    /// <summary>A snapshot, oldest first.</summary>
    public IReadOnlyList<Violation> Violations
    {
        get
        {
            lock (_gate)
            {
                return [.. _violations];
            }
        }
    }

    /// <summary>Looks at an order that was just accepted.</summary>
    /// <param name="position">Signed quantity held.</param>
    /// <param name="live">All live orders, the new one among them.</param>
    public void Accepted(VenueOrder order, int position, IReadOnlyList<VenueOrder> live, DateTimeOffset at)
    {
        if (!order.Closes)
        {
            return;
        }

        var reduces = order.Side == OrderSide.Sell ? position > 0 : position < 0;
        if (!reduces)
        {
            var what = $"closing order {order.Id} to {order.Side} was accepted with {position} held";
            Record(at, order, $"{what}: it would open or enlarge");
        }

        Overcommitted(order, position, live, at);
    }

    /// <summary>Looks at a fill that was just booked.</summary>
    /// <param name="before">Signed quantity held before the fill.</param>
    /// <param name="after">Signed quantity held after it.</param>
    /// <param name="live">All live orders after the fill.</param>
    public void Filled(VenueOrder order, int before, int after, IReadOnlyList<VenueOrder> live, DateTimeOffset at)
    {
        if (order.Closes && Math.Sign(before) * Math.Sign(after) < 0)
        {
            Record(at, order, $"closing order {order.Id} crossed zero: {before} became {after}");
        }
        else if (order.Closes && Math.Abs(after) >= Math.Abs(before))
        {
            Record(at, order, $"closing order {order.Id} opened or enlarged: {before} became {after}");
        }

        Overcommitted(order, after, live, at);
    }

    /// <summary>Looks at what an order of the program's own would leave behind if it filled at once.</summary>
    /// <param name="before">Short calls that nothing covers now, contracts.</param>
    /// <param name="after">The same once it has filled.</param>
    public void Uncovered(VenueOrder order, int before, int after, DateTimeOffset at)
    {
        if (order.Origin == OrderOrigin.Client && after > before)
        {
            Record(at, order, $"order {order.Id} would leave {after} short calls without cover, {before} before");
        }
    }

    private void Overcommitted(VenueOrder order, int position, IReadOnlyList<VenueOrder> live, DateTimeOffset at)
    {
        var closing = live.Where(other => other.Symbol == order.Symbol && other.Closes).ToList();
        var working = closing.Sum(other => other.Remaining);
        if (working <= Math.Abs(position))
        {
            return;
        }

        var ids = string.Join(", ", closing.Select(other => other.Id));
        Record(
            at,
            order,
            closing.Count > 1
                ? $"more than one live close of the same quantity: {working} working in {ids}, {position} held"
                : $"closing order {ids} works {working}, more than the {position} held");
    }

    private void Record(DateTimeOffset at, VenueOrder order, string words)
    {
        lock (_gate)
        {
            _violations.Add(new Violation(at, order.Symbol, $"{order.Symbol}: {words}"));
        }
    }
}
