using ExitDesk.Domain.Entries.Recommendations;

namespace ExitDesk.Domain.Entries.Gates;

/// <summary>One condition that every entry must meet.</summary>
/// <param name="Name">As findings name it.</param>
/// <param name="Evaluate">Judges. Pure and total: what is unknown cannot be told.</param>
public sealed record EntryGate(string Name, Func<Recommendation, EntryFacts, EntrySettings, GateFinding> Evaluate);
