namespace ExitDesk.Domain.Closing;

/// <summary>One attempt to submit a closing order, written before the broker hears of it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="IntentAt">The broker's clock when the intent was written.</param>
/// <param name="Quantity">What it asked to close, above 0.</param>
/// <param name="Outcome">What became of it.</param>
public sealed record CloseAttempt(int Number, DateTimeOffset IntentAt, decimal Quantity, AttemptOutcome Outcome)
{
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
}
