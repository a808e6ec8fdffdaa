using ExitDesk.Domain.Account;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows.Account;

/// <summary>The account now, with what is remembered of it.</summary>
/// <param name="Facts">What the rules judge.</param>
/// <param name="Book">As it becomes with this reading.</param>
/// <param name="Version">Of the stored book; null if there is none yet.</param>
public sealed record AccountReading(AccountFacts Facts, AccountBook Book, string? Version);
