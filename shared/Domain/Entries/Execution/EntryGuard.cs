using ExitDesk.Domain.Sessions;

namespace ExitDesk.Domain.Entries.Execution;

/// <summary>One question of the entry protocol, asked in its place in the order.</summary>
/// <param name="Name">In words, for those who compose and read the order.</param>
/// <param name="Ask">The step that it asks for; null if it has no objection, and the next one is asked.</param>
public sealed record EntryGuard(string Name, Func<PositionEntry, EntryObservations, MarketMoment, EntryLimits, EntryStep?> Ask);
