using ExitDesk.Domain.Orders;

namespace ExitDesk.Domain.Closing;

/// <summary>What to do next about one closing.</summary>
public abstract record CloseStep
{
    private CloseStep()
    {
    }

    /// <summary>Write the intent, then ask the broker to close this many of one leg at the market.</summary>
    public sealed record SubmitClosePosition(string Symbol, decimal Quantity) : CloseStep;

    /// <summary>Write the intent, then send a limit order that closes one leg.</summary>
    /// <param name="Leg">What it trades.</param>
    /// <param name="Quantity">Contracts, above 0.</param>
    /// <param name="Price">USD per share, above 0.</param>
    /// <param name="WalkStep">From 0; null if it is no step of a walk.</param>
    public sealed record SubmitLimit(OrderLeg Leg, decimal Quantity, decimal Price, int? WalkStep) : CloseStep
    {
        /// <summary>Long legs that nobody bids for, to be left to expire from here on.</summary>
        public IReadOnlyList<string> LeftOut { get; init; } = [];
    }

    /// <summary>Write the intent, then send one limit order that closes several legs.</summary>
    /// <param name="Legs">What it trades.</param>
    /// <param name="Units">Above 0; each leg trades its ratio of contracts a unit.</param>
    /// <param name="Price">USD per share, the signed net: debit positive, credit negative.</param>
    /// <param name="WalkStep">From 0; null if it is no step of a walk.</param>
    public sealed record SubmitMultiLeg(IReadOnlyList<OrderLeg> Legs, decimal Units, decimal Price, int? WalkStep) : CloseStep
    {
        /// <summary>Long legs that nobody bids for, to be left to expire from here on.</summary>
        public IReadOnlyList<string> LeftOut { get; init; } = [];
    }

    /// <summary>Send the last attempt's order again under its own id: two looks found that the broker never heard of it.</summary>
    public sealed record SendAgain : CloseStep;

    /// <summary>Read our own working orders, then ask again.</summary>
    public sealed record LookAtOrders : CloseStep;

    /// <summary>Read the position and all orders of its symbols, then ask again.</summary>
    public sealed record LookAtAll : CloseStep;

    /// <summary>Read fresh quotes of the legs, then ask again. A failed read is an answer too.</summary>
    public sealed record LookAtQuotes : CloseStep;

    /// <summary>Cancel an order, then look.</summary>
    public sealed record Cancel(Order Order) : CloseStep;

    /// <summary>Come back later.</summary>
    /// <param name="Until">By the broker's clock.</param>
    /// <param name="Why">In words for the owner.</param>
    /// <param name="IsAlarming">True if the owner must hear of it.</param>
    public sealed record Wait(DateTimeOffset Until, string Why, bool IsAlarming = false) : CloseStep;

    /// <summary>Write how it ends, then put back the owner's orders that it displaced.</summary>
    public sealed record BeginEnding(CloseEnding Ending) : CloseStep;

    /// <summary>Read a displaced order, and what is held and ordered of its symbol, then ask again.</summary>
    public sealed record LookAtDisplaced(DisplacedOrder Displaced) : CloseStep;

    /// <summary>Write the intent, then send an order in a displaced one's place; a repeat bears the id of the first.</summary>
    /// <param name="Displaced">The owner's order.</param>
    /// <param name="Quantity">Contracts or shares, above 0, at most what is held.</param>
    public sealed record PutBack(DisplacedOrder Displaced, decimal Quantity) : CloseStep;

    /// <summary>Write what became of a displaced order: it is back, or it is not, and the owner hears of it.</summary>
    /// <param name="Displaced">The owner's order.</param>
    /// <param name="Problem">Why it is not back, in words; null if it is, or was never cancelled.</param>
    public sealed record LeaveDisplaced(DisplacedOrder Displaced, string? Problem) : CloseStep;

    /// <summary>It is over.</summary>
    public sealed record Settle(CloseEnd End, string Note) : CloseStep
    {
        /// <summary>Long legs that nobody bids for, left to expire.</summary>
        public IReadOnlyList<string> LeftOut { get; init; } = [];
    }

    /// <summary>It cannot be done: its rule rests for the session, and the owner hears of it.</summary>
    public sealed record GiveUp(string Why) : CloseStep;
}
