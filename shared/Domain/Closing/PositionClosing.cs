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

    public IReadOnlyList<CloseAttempt> Attempts { get; init; } = [];

    /// <summary>Our orders, as last seen.</summary>
    public IReadOnlyList<Order> Orders { get; init; } = [];

    /// <summary>Orders of the owner that were cancelled because they held the quantity.</summary>
    public IReadOnlyList<CancelRequest> CancelRequests { get; init; } = [];

    /// <summary>Looks in a row that found no such position at the broker: the first, and the last two.</summary>
    public IReadOnlyList<DateTimeOffset> GoneLooks { get; init; } = [];

    /// <summary>When the next step is due, by the broker's clock. Settlement repairs what is overdue.</summary>
    public DateTimeOffset NextAt { get; init; } = Trigger.At;

    /// <summary>Counts writes, so that each follow-up message has an id of its own.</summary>
    public int Revision { get; init; }

    /// <summary>The last alert raised for it, to raise each only once a minute.</summary>
    public DateTimeOffset? AlertedAt { get; init; }

    /// <summary>Names the card in which the owner follows it: the one that asked, or one of its own.</summary>
    public string? CardKey { get; init; }

    /// <summary>How it ended; null while it goes on.</summary>
    public CloseEnd? End { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Realized profit or loss in USD, commissions not counted; null until it ended with fills.</summary>
    public decimal? RealizedPnl { get; init; }

    /// <summary>Identifies the closing everywhere: ledger, messages, trade rows.</summary>
    public string Id => $"{PositionId}:{Number}";

    public OrderSide ClosingSide => Side == PositionSide.Long ? OrderSide.Sell : OrderSide.Buy;

    public CloseAttempt? LastAttempt => Attempts.Count == 0 ? null : Attempts[^1];

    public decimal FilledQuantity => Orders.Sum(order => order.FilledQuantity);

    public decimal RemainingQuantity => Quantity - FilledQuantity;

    /// <summary>Refusals and failures so far; orders that ended without a fill, rejected later or cancelled, among them.</summary>
    public int Failures =>
        Attempts.Count(attempt => attempt.IsFailure) + Orders.Count(order => !order.IsWorking && order.FilledQuantity == 0);

    public PositionClosing WithLastAttempt(CloseAttempt attempt) => this with { Attempts = [.. Attempts.SkipLast(1), attempt] };
}
