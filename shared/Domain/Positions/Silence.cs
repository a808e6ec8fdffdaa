using ExitDesk.Domain.Exits;

namespace ExitDesk.Domain.Positions;

/// <summary>One rule that does not act on one position for a while: its owner said so, or its close was given up.</summary>
/// <param name="Rule">The rule that is silent; all others act.</param>
/// <param name="Until">UTC; from this instant on the rule acts again.</param>
public sealed record Silence(ExitReason Rule, DateTimeOffset Until)
{
    /// <summary>If it answers a stop that was deep when it was shown: that loss, a fraction of the debit or a multiple of the credit. Only
    /// one far beyond it makes the stop speak again. Null if it was not deep.</summary>
    public decimal? OfDeepLoss { get; init; }

    /// <summary>Who asked for it, by name; null if nobody did.</summary>
    public string? By { get; init; }

    /// <summary>When they did, UTC; null likewise.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The urgency that was given up: the same rule at a higher one acts. Null silences it at any.</summary>
    public Urgency? UpTo { get; init; }
}
