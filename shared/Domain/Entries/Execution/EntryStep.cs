using ExitDesk.Domain.Entries.Gates;
using ExitDesk.Domain.Orders;

namespace ExitDesk.Domain.Entries.Execution;

/// <summary>What to do next about one entry.</summary>
public abstract record EntryStep
{
    private EntryStep()
    {
    }

    /// <summary>Read every fact, ask all gates, then ask again with their verdict.</summary>
    public sealed record Judge : EntryStep;

    /// <summary>Write that the owner is asked, and ask. The card carries the offer's limit, and is asked anew once its answer is overdue.</summary>
    /// <param name="Offer">What would be sent.</param>
    /// <param name="LapsesAt">By the broker's clock: unanswered until then, nothing is opened.</param>
    public sealed record Ask(EntryOffer Offer, DateTimeOffset LapsesAt) : EntryStep;

    /// <summary>Write that it is under way (<see cref="EntryStatus.Working"/>), so that others count it, then judge it once more.</summary>
    public sealed record Begin : EntryStep;

    /// <summary>Write the intent (<see cref="EntryIntent"/>), then send the order. A repeat bears the same id, after searches that found no order.</summary>
    /// <param name="Ticket">The order.</param>
    /// <param name="Offer">What it was allowed at.</param>
    public sealed record Submit(OrderTicket Ticket, EntryOffer Offer) : EntryStep;

    /// <summary>Read the order, by its id or the broker's, and what is held of the legs and the underlying, then ask again.</summary>
    public sealed record Look : EntryStep;

    /// <summary>Come back later.</summary>
    /// <param name="Until">By the broker's clock.</param>
    /// <param name="Why">In words for the owner.</param>
    /// <param name="IsAlarming">True if the owner must hear of it.</param>
    public sealed record Wait(DateTimeOffset Until, string Why, bool IsAlarming = false) : EntryStep;

    /// <summary>Cancel the order, then look.</summary>
    /// <param name="Order">Its own.</param>
    /// <param name="Why">In words for the owner.</param>
    public sealed record Cancel(Order Order, string Why) : EntryStep;

    /// <summary>Write the position that was opened so far, with its plan, strategy and notes, and what of it is booked.</summary>
    /// <param name="Quantity">All that filled, contracts, shares or units, above what is booked.</param>
    /// <param name="AveragePrice">USD per share, signed net of several legs; null if the broker did not say.</param>
    public sealed record Book(decimal Quantity, decimal? AveragePrice) : EntryStep
    {
        /// <summary>By the broker's clock: however long the position stays unlisted, the order is looked at again by then. Null once it is over.</summary>
        public DateTimeOffset? LookAgainAt { get; init; }
    }

    /// <summary>It is over.</summary>
    /// <param name="End">How.</param>
    /// <param name="Note">In words for the owner.</param>
    public sealed record Settle(EntryEnd End, string Note) : EntryStep
    {
        /// <summary>What the gates said, if they are why; null otherwise.</summary>
        public EntryVerdict? Verdict { get; init; }

        /// <summary>True if the owner must hear of it at once.</summary>
        public bool IsAlarming { get; init; }
    }
}
