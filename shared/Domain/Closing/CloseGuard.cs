namespace ExitDesk.Domain.Closing;

/// <summary>One question of the closing protocol, asked in its place in the order.</summary>
/// <param name="Name">In words, for those who compose and read the order.</param>
/// <param name="Ask">The step that it asks for; null if it has no objection, and the next one is asked.</param>
public sealed record CloseGuard(string Name, Func<PositionClosing, CloseFacts, CloseStep?> Ask);
