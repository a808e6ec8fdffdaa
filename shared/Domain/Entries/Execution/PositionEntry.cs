using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Entries.Gates;
using ExitDesk.Domain.Entries.Recommendations;
using ExitDesk.Domain.Orders;

namespace ExitDesk.Domain.Entries.Execution;

/// <summary>One recommendation on its way to a position, from arrival to end. It sends one order, of one id, in one session.</summary>
/// <param name="Recommendation">What is wanted.</param>
/// <param name="ReceivedAt">When it was written down, by the broker's clock.</param>
public sealed record PositionEntry(Recommendation Recommendation, DateTimeOffset ReceivedAt)
{
    public EntryStatus Status { get; init; }

    /// <summary>What the gates said last; null before they were asked.</summary>
    public EntryVerdict? Verdict { get; init; }

    /// <summary>Names the card that asks its owner; null if none does.</summary>
    public string? ApprovalToken { get; init; }

    /// <summary>When its owner was last asked; null if nobody was.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>Until when the card that asks may be answered, as it says itself; null if nobody was asked.</summary>
    public DateTimeOffset? LapsesAt { get; init; }

    /// <summary>The limit of a card that its owner said yes to when the market had passed it, USD per share, signed; null if there was none.</summary>
    public decimal? PassedPrice { get; init; }

    /// <summary>When its owner said yes; null if not.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>The limit on the card that was answered with yes, USD per share, signed: no worse one is sent. Null if nobody was asked.</summary>
    public decimal? ApprovedPrice { get; init; }

    /// <summary>Its order; null before the first intent.</summary>
    public EntryAttempt? Attempt { get; init; }

    /// <summary>The order as last seen; null until the broker was known to have it.</summary>
    public Order? Order { get; init; }

    /// <summary>When its order was asked to be cancelled, the first time and the last two.</summary>
    public IReadOnlyList<DateTimeOffset> CancelsAt { get; init; } = [];

    /// <summary>Of what its order filled, what a position has already; contracts, shares or units, 0 or more.</summary>
    public decimal BookedQuantity { get; init; }

    /// <summary>Since when the position of what filled is looked for in vain; null while it is not.</summary>
    public DateTimeOffset? UnlistedSince { get; init; }

    /// <summary>The position that it opened; null before the first booking.</summary>
    public string? PositionId { get; init; }

    /// <summary>When the next step is due, by the broker's clock.</summary>
    public DateTimeOffset NextAt { get; init; } = ReceivedAt;

    /// <summary>Counts writes, so that each follow-up message has an id of its own.</summary>
    public int Revision { get; init; }

    /// <summary>The last alert raised for it, to raise each only once a minute; null before the first.</summary>
    public DateTimeOffset? AlertedAt { get; init; }

    /// <summary>How it ended; null while it goes on.</summary>
    public EntryEnd? End { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why it ended so, in words for the owner; null while it goes on.</summary>
    public string? Note { get; init; }

    /// <summary>Identifies the entry everywhere: its recommendation's.</summary>
    public string Id => Recommendation.Id;

    /// <summary>What it was sent at, or would be: the risk and collateral that others count; null before the gates let it pass.</summary>
    public EntryOffer? Offer => Attempt?.Offer ?? Verdict?.Offer;

    /// <summary>Contracts, shares or units that its order filled, 0 or more. A unit is filled once each leg is.</summary>
    public decimal FilledQuantity => Order is not { } order ? 0
        : order.Legs.Count == 0 ? order.FilledQuantity
        : Recommendation.Legs.Min(leg => order.FilledOf(leg.Symbol) / leg.Ratio);

    /// <summary>True while its order may still fill, or may be at the broker without being known.</summary>
    public bool HasLiveOrder => Order?.IsWorking ?? Attempt?.IsOpenQuestion == true;
}
