using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Entries;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Entries.Gates;
using ExitDesk.Domain.Entries.Recommendations;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Tests.Samples;

namespace ExitDesk.Domain.Tests.Entries.Execution;

/// <summary>Entries at every point of their way, and the protocol's answer to them.</summary>
internal static class SampleEntries
{
    public const string Id = "xe-sim-20151223-sig-1";

    public static readonly DateTimeOffset Noon = SampleSession.Noon;

    public static EntryOffer Offer { get; } = new(2.50m, 100, 500, 500);

    public static EntryVerdict Allowed(double second = 0) => new(Noon.AddSeconds(second), [GateFinding.Passed("all", "", "")]) { Offer = Offer };

    public static EntryVerdict Refused(double second = 0) => new(Noon.AddSeconds(second), [GateFinding.Refused("one", "no room", ""), GateFinding.CannotTell("two", "the rest")]) { Offer = Offer };

    public static EntryVerdict Doubtful(double second = 0) => new(Noon.AddSeconds(second), [GateFinding.CannotTell("two", "the rest")]) { Offer = Offer };

    public static PositionEntry Received(Recommendation? recommendation = null) => new(recommendation ?? SampleRecommendations.BuyCall, Noon);

    public static PositionEntry Judged(Recommendation? recommendation = null) => Received(recommendation) with { Verdict = Allowed() };

    public static PositionEntry Working(Recommendation? recommendation = null) => Judged(recommendation) with { Status = EntryStatus.Working };

    public static PositionEntry Asked(double second = 0) => Judged() with { Status = EntryStatus.AwaitingApproval, AskedAt = Noon.AddSeconds(second), ApprovalToken = "t" };

    /// <summary>Sent at noon, with what came of it.</summary>
    public static PositionEntry Sent(AttemptOutcome outcome, double second = 0, Recommendation? recommendation = null) => Working(recommendation) is var entry
        ? entry with { Attempt = new EntryAttempt(Offer.Ticket(entry.Recommendation, Id), Noon.AddSeconds(second), outcome) { Offer = Offer, OrderId = outcome == AttemptOutcome.Accepted ? "ours" : null } }
        : entry;

    /// <summary>At the broker.</summary>
    public static PositionEntry Ordered(OrderStatus status = OrderStatus.New, decimal filled = 0, decimal booked = 0, Recommendation? recommendation = null) =>
        Sent(AttemptOutcome.Accepted, recommendation: recommendation) with { Order = Order(status, filled, recommendation), BookedQuantity = booked };

    public static Order Order(OrderStatus status = OrderStatus.New, decimal filled = 0, Recommendation? recommendation = null)
    {
        var wanted = recommendation ?? SampleRecommendations.BuyCall;
        return SampleClosings.Order(status, filled, wanted.Quantity, id: "ours", side: wanted.Legs[0].Side, symbol: wanted.IsMultiLeg ? "" : wanted.Legs[0].Symbol) with
        {
            ClientOrderId = Id,
            Legs = wanted.IsMultiLeg ? [.. wanted.Legs.Select(leg => new LegReport($"ours-{leg.Symbol}", leg.Symbol, leg.Side, leg.Intent, wanted.Quantity, filled, filled > 0 ? 1m : null))] : [],
        };
    }

    public static EntryLook Look(double second, Order? order = null) => new(Noon.AddSeconds(second), order);

    public static EntryLimits Limits(EntryApproval approval = EntryApproval.Act, EntryWindow? window = null) => new(
        SampleEntryFacts.Wide with { Approvals = EntryActions.All.ToDictionary(action => action, _ => approval) },
        window ?? new EntryWindow(SampleSession.OpenAt.AddMinutes(5), SampleSession.CloseAt.AddMinutes(-30)),
        Id);

    public static EntryStep Next(
        this PositionEntry entry, double second, EntryVerdict? verdict = null, EntryLook? look = null, bool isPermitted = true, EntryApproval approval = EntryApproval.Act) =>
        EntryProtocol.Next(
            entry, new EntryObservations(isPermitted) { Verdict = verdict, Look = look }, SampleSession.Later(second), Limits(approval));

    /// <summary>Works a look in and asks what follows, as the desk does.</summary>
    public static (PositionEntry Entry, EntryStep Step) See(this PositionEntry entry, double second, Order? order = null, EntryVerdict? verdict = null, bool isPermitted = true)
    {
        var look = Look(second, order);
        var seen = EntryObservation.Observe(entry, look);
        return (seen, seen.Next(second, verdict, look, isPermitted));
    }
}
