using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;

namespace ExitDesk.Domain.Entries.Execution;

/// <summary>The one order of an entry, written before the broker hears of it. It is sent again only under the same id.</summary>
/// <param name="Ticket">What is sent: a limit order that opens.</param>
/// <param name="IntentAt">The broker's clock when the intent was last written.</param>
/// <param name="Outcome">What became of it.</param>
public sealed record EntryAttempt(OrderTicket Ticket, DateTimeOffset IntentAt, AttemptOutcome Outcome)
{
    /// <summary>What it was allowed at; null only of rows that do not say.</summary>
    public EntryOffer? Offer { get; init; }

    /// <summary>How often it was sent, from 1.</summary>
    public int Sends { get; init; } = 1;

    /// <summary>True if the broker said that its id is taken though no look has found the order yet.</summary>
    public bool IsSaidToExist { get; init; }

    /// <summary>The broker's order; null unless accepted.</summary>
    public string? OrderId { get; init; }

    /// <summary>Why it failed or is unknown, in words for the owner; null otherwise.</summary>
    public string? Detail { get; init; }

    /// <summary>When searches for its id found no order since it was last sent: the first, and the last two.</summary>
    public IReadOnlyList<DateTimeOffset> EmptyLooks { get; init; } = [];

    /// <summary>Not to be sent again before this; null if nothing forbids it.</summary>
    public DateTimeOffset? RetryAfter { get; init; }

    /// <summary>True while an order of this attempt may exist that is not known.</summary>
    public bool IsOpenQuestion => Outcome is AttemptOutcome.Pending or AttemptOutcome.Unknown;

    /// <summary>True if an earlier call of it was unheard: whatever became of this one, that one's order may still come to light.</summary>
    public bool IsAfterUnheard { get; init; }

    /// <summary>True if an order of it may yet be listed though searches found none.</summary>
    public bool MayBeListedLate => Outcome == AttemptOutcome.Unheard || IsAfterUnheard;

    /// <summary>True if an order is this attempt's by its id, legs and quantity.</summary>
    public bool IsOf(Order order) => order.ClientOrderId == Ticket.ClientOrderId && order.Quantity == Ticket.Quantity
        && (Ticket.Legs is [var leg]
            ? order.Symbol == leg.Symbol && order.Side == leg.Side
            : order.Legs.Count == 0 || order.Legs.Select(leg => (leg.Symbol, leg.Side)).ToHashSet().SetEquals(Ticket.Legs.Select(leg => (leg.Symbol, leg.Side))));
}
