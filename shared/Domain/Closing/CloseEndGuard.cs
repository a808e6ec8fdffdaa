namespace ExitDesk.Domain.Closing;

/// <summary>One question of the closing protocol that is asked before a closing ends.</summary>
/// <param name="Name">In words, for those who compose and read the order.</param>
/// <param name="Ask">What must come before this end; null if nothing must.</param>
public sealed record CloseEndGuard(string Name, Func<PositionClosing, CloseFacts, CloseStep, CloseStep?> Ask);
