namespace ExitDesk.Domain.Closing;

/// <summary>One close that failed.</summary>
/// <param name="Attempt">Names it, so that it counts once however often it is judged.</param>
/// <param name="At">When it was sent, by the broker's clock.</param>
public sealed record BreakerFailure(string Attempt, DateTimeOffset At);
