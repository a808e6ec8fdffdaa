using ExitDesk.Domain.Closing;
using ExitDesk.Simulation.Tests.Ports;
using ExitDesk.Simulation.Tests.World;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulation.Tests.Invariants;

/// <summary>
/// 2. At each submission, the remaining quantity of our working closing orders on a leg (multi-leg × ratio, unknown outcomes
/// counted as live) never exceeds the quantity held.
/// </summary>
/// <remarks>
/// What others did since the sender last looked it cannot know: the broker's refusal is for that. The first close-position of a
/// closing is sent without a look; what the desk itself has working counts against it all the same, but for an order of the owner's that
/// is known to be back: it is the owner's again, and the next close meets it as it met the first. An order sent again under its id
/// is one with that id at the broker, which refuses the second: it may have been heard late, after the looks. A ledger that was lost
/// and begun anew does not know what the old one has working.
/// </remarks>
internal sealed class NeverMoreThanHeld(DayWorld world) : Invariant(world)
{
    private readonly Dictionary<string, DateTimeOffset> _changedByOthers = new(StringComparer.Ordinal);
    private readonly HashSet<Submission> _underway = [];
    private readonly HashSet<Guid> _strangers = [];

    public override string Name => "2";

    public override void Filled(VenueActivity fill, int before, int after)
    {
        if (fill.Fill!.Order.Origin != OrderOrigin.Client)
        {
            _changedByOthers[fill.Symbol] = Now;
        }
    }

    public override void Sends(Submission submission)
    {
        if (submission.IsEntry)
        {
            return;
        }

        foreach (var (symbol, quantity) in submission.Legs)
        {
            var held = World.Watch.Held.GetValueOrDefault(symbol);
            var side = submission.IsClosePosition ? -Math.Sign(held) : Math.Sign(quantity);
            var free = side == -Math.Sign(held) ? Math.Abs(held) : 0;
            var working = Working(symbol, side, submission);
            var isKnown = !_changedByOthers.TryGetValue(symbol, out var changed) || changed < Known(submission);
            if (working > 0 && working + Math.Abs(quantity) > free && isKnown)
            {
                Broken($"{submission}: {working} are working already, and {free} can be closed");
            }
            else if (isKnown && !submission.IsClosePosition && Math.Abs(quantity) > free)
            {
                Broken($"{submission}: only {free} can be closed");
            }
        }

        _underway.Add(submission);
    }

    public override void Answered(Submission submission, Engine.Ports.Broker.SubmitOutcome outcome) => _underway.Remove(submission);

    // A ledger begun anew does not know what the lost one has working.
    public override void Lost() => _strangers.UnionWith(World.Venue.Orders().Where(order => order.IsLive).Select(order => order.Id));

    private decimal Working(string symbol, int side, Submission submission) =>
        World.Venue.Orders()
            .Where(order => order.IsLive && !order.IsMultiLeg && order.Origin == OrderOrigin.Client && order.Symbol == symbol)
            .Where(order => (order.Side == OrderSide.Buy ? 1 : -1) == side && !_strangers.Contains(order.Parent ?? order.Id))
            .Where(order => !IsBack(order) && !IsEntry(order))
            .Where(order => submission.ClientOrderId is null || ClientOrderIdOf(order) != submission.ClientOrderId)
            .Sum(order => order.Remaining)
        + _underway.Where(other => IsUnresolved(other) && !IsListed(other) && !(other.ClientOrderId is { } id && id == submission.ClientOrderId))
            .DistinctBy(other => (other.ClientOrderId, other.IsClosePosition ? other.SentAt : default))
            .Sum(other => other.Legs.Where(leg => leg.Symbol == symbol).Sum(leg => Math.Abs(leg.Quantity)));

    // Sent a second time under its id it is at the venue, and counts as the order that it is.
    private bool IsListed(Submission other) => other.ClientOrderId is { } id && World.Venue.Orders().Any(order => order.ClientOrderId == id);

    private bool IsBack(VenueOrder order) =>
        Ledger.Closings.Values.Any(closing => closing.Displaced.Any(displaced => displaced.Return?.OrderId == order.Id.ToString()));

    // Sent again under its id it is the same order. A request of which looks said that it was not taken no longer counts, even where it is still on its way.
    private bool IsUnresolved(Submission other) => Ledger.Closings.Values.SelectMany(closing => closing.Attempts.Concat(closing.Displaced.Select(displaced => displaced.Return).OfType<CloseAttempt>())).Any(attempt =>
        attempt.IsOpenQuestion && (other.ClientOrderId is { } id ? attempt.ClientOrderId == id
            : attempt.ClientOrderId is null && attempt.Symbol == other.Legs[0].Symbol && attempt.IntentAt <= other.SentAt));

    private static DateTimeOffset Known(Submission submission) => submission.Job?.LookedAt ?? DateTimeOffset.MinValue;
}
