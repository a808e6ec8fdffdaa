using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Simulation.Tests.Plans;
using ExitDesk.Simulation.Tests.Ports;
using ExitDesk.Simulation.Tests.World;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulation.Tests.Invariants;

/// <summary>
/// Beside the ten. One recommendation is one order at the broker at most, of no more than was wanted; it ends, with what it filled booked
/// to a position, nothing of it works as the day ends, and a halt takes it back.
/// </summary>
/// <remarks>What others sold before any read listed it has no position. What a lost ledger had sent nobody knows of: a recommendation that is sent again is another one then.</remarks>
internal sealed class EntriesOpenOnce(DayWorld world) : Invariant(world)
{
    private static readonly TimeSpan TakenBack = TimeSpan.FromSeconds(90);

    private readonly Dictionary<string, DateTimeOffset> _forbidden = new(StringComparer.Ordinal);
    private readonly bool _isSlow = world.Plan.Has(DayFault.PendingCancel);
    private readonly HashSet<string> _tradedByOthers = new(StringComparer.Ordinal);
    private bool _isLost;
    private DateTimeOffset _judgedAt;

    public override string Name => "entries";

    public override void Lost() => _isLost = true;

    public override void Sends(Submission submission)
    {
        if (submission.Entry is { } id && Ledger.Entries[id].FilledQuantity > 0)
        {
            Broken($"{submission} leaves although its order filled already");
        }
    }

    public override void Answered(Submission submission, SubmitOutcome outcome)
    {
        if (outcome is SubmitOutcome.Accepted && submission.Entry is { } id && Ledger.Entries.GetValueOrDefault(id)?.End is { } end)
        {
            Broken($"{submission} is taken after entry {id} ended {end}");
        }
    }

    public override void Filled(VenueActivity fill, int before, int after)
    {
        if (fill.Fill!.Order.Origin != OrderOrigin.Client)
        {
            _tradedByOthers.Add(fill.Symbol);
        }
    }

    public override void Stepped()
    {
        if (_isSlow || Now - _judgedAt < TimeSpan.FromSeconds(5) || World.Plan.Entries.Entries.Count == 0)
        {
            return;
        }

        _judgedAt = Now;
        if (Ledger.Switches.AllowsAutomaticOrders || !World.IsUndisturbed || _isLost)
        {
            _forbidden.Clear();
            return;
        }

        foreach (var order in Orders().Where(order => order.IsLive))
        {
            var since = _forbidden.GetValueOrDefault(order.ClientOrderId, Now);
            _forbidden[order.ClientOrderId] = since;
            if (Now - since > TakenBack)
            {
                Broken($"order {order.ClientOrderId} works, and the desk has been halted since {since:HH:mm:ss} UTC");
            }
        }
    }

    public override void Ended()
    {
        var planned = World.Plan.Entries.Entries.ToDictionary(entry => entry.Id, StringComparer.Ordinal);
        foreach (var order in Orders().Where(order => order.IsLive))
        {
            Broken($"order {order.ClientOrderId} still works as the day ends");
        }

        foreach (var entry in Ledger.Entries.Values)
        {
            Judge(entry, planned[entry.Id]);
        }
    }

    private void Judge(PositionEntry entry, PlannedEntry planned)
    {
        var orders = Orders().Where(order => order.ClientOrderId == entry.Attempt?.Ticket.ClientOrderId).ToList();
        var filled = orders.Sum(order => order.FilledQuantity);
        if (!_isLost && Orders().Count(order => order.ClientOrderId.EndsWith($"-{entry.Id}", StringComparison.Ordinal)) > 1)
        {
            Broken($"entry {entry.Id} was ordered more than once");
        }
        else if (filled > planned.Quantity)
        {
            Broken($"entry {entry.Id} filled {filled} of {planned.Quantity}");
        }
        else if (entry.End is not { } end)
        {
            Broken($"entry {entry.Id} never ended: {entry.Status}, {entry.Attempt}");
        }
        else if (end != EntryEnd.GivenUp && Expected(filled, planned.Quantity) is { } expected && end != expected)
        {
            Broken($"entry {entry.Id} filled {filled} of {planned.Quantity}, and ended {end}");
        }
        else if (filled > 0 && end != EntryEnd.GivenUp && !entry.Recommendation.Legs.Any(leg => _tradedByOthers.Contains(leg.Symbol)) && (entry.BookedQuantity != filled || Ledger.Positions.Values.All(position => position.Id != entry.PositionId)))
        {
            Broken($"entry {entry.Id} filled {filled}, booked {entry.BookedQuantity} to position {entry.PositionId ?? "none"}");
        }
    }

    // Without a fill there are several ends, and none of them says that something filled.
    private static EntryEnd? Expected(int filled, int wanted) => filled == wanted ? EntryEnd.Filled : filled > 0 ? EntryEnd.PartlyFilled : null;

    private IEnumerable<VenueOrder> Orders() => World.Venue.Orders().Where(order => order.Parent is null && IsEntry(order));
}
