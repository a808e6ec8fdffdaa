namespace ExitDesk.Domain.Closing;

/// <summary>How a closing is about to end: decided, and no order follows but those of the owner's that it displaced.</summary>
/// <param name="End">One that leaves the position open.</param>
/// <param name="Note">In words.</param>
/// <param name="At">When it was decided, by the broker's clock.</param>
public sealed record CloseEnding(CloseEnd End, string Note, DateTimeOffset At)
{
    /// <summary>Long legs that nobody bids for, left to expire.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];
}
