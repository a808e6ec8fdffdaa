using ExitDesk.Domain.Exits;

namespace ExitDesk.Domain.Positions;

/// <summary>One rule that does not act on one position for a while: its owner said so, or its close was given up.</summary>
/// <param name="Rule">The rule that is silent; all others act.</param>
/// <param name="Until">UTC; from this instant on the rule acts again.</param>
public sealed record Silence(ExitReason Rule, DateTimeOffset Until)
{
    /// <summary>The urgency that was given up: the same rule at a higher one acts. Null silences it at any.</summary>
    public Urgency? UpTo { get; init; }

    /// <summary>True if it answers a stop that was deep on its card: being deep is then no reason to speak in spite of it.</summary>
    public bool OfDeepStop { get; init; }
}
