using ExitDesk.Domain.Orders;

namespace ExitDesk.Domain.Closing;

/// <summary>One attempt to submit a closing order, written before the broker hears of it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="IntentAt">The broker's clock when the intent was last written.</param>
/// <param name="Quantity">What it asked to close, above 0: contracts or shares of one leg, units of several.</param>
/// <param name="Outcome">What became of it.</param>
public sealed record CloseAttempt(int Number, DateTimeOffset IntentAt, decimal Quantity, AttemptOutcome Outcome)
{
    public CloseMethod Method { get; init; }

    /// <summary>What close-position was asked for; null for orders, and for the first leg.</summary>
    public string? Symbol { get; init; }

    /// <summary>The legs of the order; empty for close-position.</summary>
    public IReadOnlyList<OrderLeg> Legs { get; init; } = [];

    /// <summary>USD per share, of several legs the signed net: debit positive, credit negative. Null for close-position.</summary>
    public decimal? LimitPrice { get; init; }

    /// <summary>By it the order is found again; null for close-position, which takes none.</summary>
    public string? ClientOrderId { get; init; }

    /// <summary>Which step of the price walk, from 0; null if it is none.</summary>
    public int? WalkStep { get; init; }

    /// <summary>How often it was sent, from 1; more only under the same id, after looks that found no order.</summary>
    public int Sends { get; init; } = 1;

    /// <summary>True if the broker said that its id is taken though no look has found the order yet.</summary>
    public bool IsSaidToExist { get; init; }

    /// <summary>The broker's order; null unless accepted.</summary>
    public string? OrderId { get; init; }

    /// <summary>True if the order was not named by an answer but found by its symbol, side, quantity and time.</summary>
    public bool IsFoundByLooking { get; init; }

    /// <summary>Why it failed or is unknown, in words for the owner; null otherwise.</summary>
    public string? Detail { get; init; }

    /// <summary>When looks after an unknown outcome found no order of this attempt: the first, and the last two.</summary>
    public IReadOnlyList<DateTimeOffset> EmptyLooks { get; init; } = [];

    /// <summary>The quantity, without sign, that those looks found held, empty ones aside; null before the first.</summary>
    public decimal? HeldWhenLooked { get; init; }

    /// <summary>Not to be followed by another attempt before this; null if nothing forbids it.</summary>
    public DateTimeOffset? RetryAfter { get; init; }

    /// <summary>True while an order of this attempt may exist that is not known.</summary>
    public bool IsOpenQuestion => Outcome is AttemptOutcome.Pending or AttemptOutcome.Unknown;

    /// <summary>True if it counts against the limit of attempts.</summary>
    public bool IsFailure => Outcome is AttemptOutcome.Refused or AttemptOutcome.NotAccepted;

    /// <summary>True if an order is this attempt's by its id, legs and quantity.</summary>
    public bool IsOf(Order order) => ClientOrderId is { } id && order.ClientOrderId == id && order.Quantity == Quantity
        && (Legs.Count == 1
            ? order.Symbol == Legs[0].Symbol && order.Side == Legs[0].Side
            : order.Legs.Count == 0 || order.Legs.Select(leg => (leg.Symbol, leg.Side)).ToHashSet().SetEquals(Legs.Select(leg => (leg.Symbol, leg.Side))));
}
