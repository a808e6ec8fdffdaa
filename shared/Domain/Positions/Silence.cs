using ExitDesk.Domain.Exits;

namespace ExitDesk.Domain.Positions;

/// <summary>One rule that does not act on one position for a while, because its owner said so.</summary>
/// <param name="Rule">The rule that is silent; all others act.</param>
/// <param name="Until">UTC; from this instant on the rule acts again.</param>
public sealed record Silence(ExitReason Rule, DateTimeOffset Until)
{
    /// <summary>True if it answers a stop that was deep on its card: being deep is then no reason to speak in spite of it.</summary>
    public bool OfDeepStop { get; init; }
}
