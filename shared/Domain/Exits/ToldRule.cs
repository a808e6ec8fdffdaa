namespace ExitDesk.Domain.Exits;

/// <summary>A rule of which the owner was told that it would act, but may not.</summary>
/// <param name="Rule">Which one.</param>
/// <param name="At">When, UTC.</param>
public sealed record ToldRule(ExitReason Rule, DateTimeOffset At);
