using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Closing;

/// <summary>One closing of one position, from trigger to end. A position has at most one that is not settled.</summary>
/// <param name="PositionId">Whose closing.</param>
/// <param name="Number">From 1, per position.</param>
/// <param name="Structure">What was held at the trigger.</param>
/// <param name="Trigger">Why, and in which market.</param>
public sealed record PositionClosing(
    string PositionId,
    int Number,
    Structure Structure,
    CloseTrigger Trigger)
{
    /// <summary>What is sold or bought back first.</summary>
    public string Symbol => Structure.ClosingLegs[0].Symbol;

    /// <summary>The side of the position, not of the order.</summary>
    public PositionSide Side => Structure.Side;

    /// <summary>Units to close, above 0.</summary>
    public decimal Quantity => Structure.Units;

    /// <summary>Shares per contract.</summary>
    public int Multiplier => Structure.Multiplier;

    /// <summary>Entry per share, without sign.</summary>
    public decimal EntryPrice => Math.Abs(Structure.EntryValue);

    /// <summary>Those that the protocol still needs, numbered; <see cref="ClosingMemory"/> forgets the others.</summary>
    public IReadOnlyList<CloseAttempt> Attempts { get; init; } = [];

    /// <summary>Failures since it was last raised whose attempts are forgotten.</summary>
    public int ForgottenFailures { get; init; }

    /// <summary>Attempts since it was last raised that the broker did not look at, and that are forgotten.</summary>
    public int ForgottenRateLimits { get; init; }

    /// <summary>Our orders, as last seen.</summary>
    public IReadOnlyList<Order> Orders { get; init; } = [];

    /// <summary>Triggers before the present one, oldest first: each was raised by a more urgent one.</summary>
    public IReadOnlyList<CloseTrigger> Raised { get; init; } = [];

    /// <summary>How many attempts there were when it was last raised: those belong to the calmer closing that it was.</summary>
    public int RaisedAfter { get; init; }

    /// <summary>Long legs that nobody bid for: they are left to expire, and no longer part of this closing.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>Orders that were asked to be cancelled: ours, and the owner's where they held the quantity.</summary>
    public IReadOnlyList<CancelRequest> CancelRequests { get; init; } = [];

    /// <summary>Orders of the owner among them, as they were: they go back if the position stays open.</summary>
    public IReadOnlyList<DisplacedOrder> Displaced { get; init; } = [];

    /// <summary>How it is about to end; null while it is not.</summary>
    public CloseEnding? Ending { get; init; }

    /// <summary>Looks in a row that found no such position at the broker: the first, and the last two.</summary>
    public IReadOnlyList<DateTimeOffset> GoneLooks { get; init; } = [];

    /// <summary>Looks in a row that found legs held in different numbers of units: the first, and the last two.</summary>
    public IReadOnlyList<DateTimeOffset> UnevenLooks { get; init; } = [];

    /// <summary>When the next step is due, by the broker's clock. Settlement repairs what is overdue.</summary>
    public DateTimeOffset NextAt { get; init; } = Trigger.At;

    /// <summary>Counts writes, so that each follow-up message has an id of its own.</summary>
    public int Revision { get; init; }

    /// <summary>Since when it is ready to send and held back by others or by the breaker; null while it is not, or waits for something else.</summary>
    public DateTimeOffset? HeldBackSince { get; init; }

    /// <summary>The last alert raised for it, to raise each only once a minute.</summary>
    public DateTimeOffset? AlertedAt { get; init; }

    /// <summary>Names the card in which the owner follows it: the one that asked, or one of its own.</summary>
    public string? CardKey { get; init; }

    /// <summary>How it ended; null while it goes on.</summary>
    public CloseEnd? End { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>True once the broker's list of its fills was given up, before anything is booked from its orders' averages.</summary>
    public bool IsPricedByOrders { get; init; }

    /// <summary>Realized profit or loss in USD, commissions not counted; null until it ended with fills.</summary>
    public decimal? RealizedPnl { get; init; }

    /// <summary>What its fills gave away against the trigger's market; null until it ended with fills in ratio.</summary>
    public CloseShortfall? Shortfall { get; init; }

    /// <summary>Identifies the closing everywhere: ledger, messages, trade rows.</summary>
    public string Id => $"{PositionId}:{Number}";

    /// <summary>When the first of its triggers fired.</summary>
    public DateTimeOffset StartedAt => Raised.Count > 0 ? Raised[0].At : Trigger.At;

    /// <summary>What it trades.</summary>
    public IReadOnlyList<PositionLeg> Legs => Structure.ClosingLegs;

    public bool IsMultiLeg => Legs.Count > 1;

    /// <summary>Legs that are neither closed by our fills nor left out.</summary>
    public IEnumerable<PositionLeg> OpenLegs => Legs.Where(leg => !LeftOut.Contains(leg.Symbol) && RemainingOf(leg) > 0);

    public OrderSide ClosingSide => Side == PositionSide.Long ? OrderSide.Sell : OrderSide.Buy;

    public CloseAttempt? LastAttempt => Attempts.Count == 0 ? null : Attempts[^1];

    /// <summary>How many attempts there were in all.</summary>
    public int AttemptsMade => LastAttempt?.Number ?? 0;

    /// <summary>Attempts since it was last raised, as far as they are remembered.</summary>
    public IEnumerable<CloseAttempt> CurrentAttempts => Attempts.Where(attempt => attempt.Number > RaisedAfter);

    /// <summary>Units of which every leg that is not left out was closed by our fills.</summary>
    public decimal FilledQuantity => Legs.Where(leg => !LeftOut.Contains(leg.Symbol))
        .Select(leg => ClosedOf(leg) / Math.Abs(leg.Ratio)).DefaultIfEmpty().Min();

    public decimal RemainingQuantity => Quantity - FilledQuantity;

    /// <summary>True if any of our orders filled anything.</summary>
    public bool HasFills => Orders.Any(order => order.FilledQuantity > 0);

    /// <summary>Every id by which a fill may name an order of ours: fills of several legs name the leg.</summary>
    public IEnumerable<string> OrderIds => Orders.SelectMany(order => order.Legs.Select(leg => leg.Id).Prepend(order.Id));

    /// <summary>Refusals and failures since it was last raised; orders that ended without a fill, unless we cancelled them, among them.</summary>
    public int Failures => ForgottenFailures + CurrentAttempts.Count(attempt => attempt.IsFailure) + Orders.Count(IsFailure);

    /// <summary>How often since it was last raised the broker took too many calls to look.</summary>
    public int RateLimits => ForgottenRateLimits + CurrentAttempts.Count(attempt => attempt.Outcome == AttemptOutcome.RateLimited);

    /// <summary>Contracts or shares of a leg that our orders closed.</summary>
    public decimal ClosedOf(PositionLeg leg) => Orders.Sum(order => order.FilledOf(leg.Symbol));

    /// <summary>Contracts or shares of a leg that our orders have not closed.</summary>
    public decimal RemainingOf(PositionLeg leg) => Math.Abs(leg.Ratio) * Quantity - ClosedOf(leg);

    /// <summary>The leg that a close-position attempt is about; the first for orders.</summary>
    public PositionLeg LegOf(CloseAttempt attempt) => Legs.FirstOrDefault(leg => leg.Symbol == attempt.Symbol) ?? Legs[0];

    /// <summary>The attempt whose order this is; null for a stranger's.</summary>
    public CloseAttempt? AttemptOf(Order order) => Attempts.FirstOrDefault(attempt => attempt.OrderId == order.Id);

    public PositionClosing WithLastAttempt(CloseAttempt attempt) => this with { Attempts = [.. Attempts.SkipLast(1), attempt] };

    /// <summary>The closing with one displaced order as it becomes.</summary>
    public PositionClosing With(DisplacedOrder displaced) =>
        this with { Displaced = [.. Displaced.Select(other => other.Order.Id == displaced.Order.Id ? displaced : other)] };

    private bool IsFailure(Order order) => !order.IsWorking
        && order.FilledQuantity == 0
        && CancelRequests.All(request => request.OrderId != order.Id)
        && Attempts.Where(attempt => attempt.Number <= RaisedAfter).All(attempt => attempt.OrderId != order.Id);
}
