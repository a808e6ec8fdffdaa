using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Reconciling;

/// <summary>What is asked of the broker's fills for one position.</summary>
/// <param name="Gone">What left it just now, and fills should explain; empty if nothing did.</param>
public sealed record FillQuestion(IReadOnlyList<LegQuantity> Gone)
{
    /// <summary>Orders of ours that the ledger may not have yet.</summary>
    public IReadOnlyCollection<string> OwnOrders { get; init; } = [];

    /// <summary>Contracts that are as the ledger says: what others closed of them is the first asker's, though others hold them too.</summary>
    public CalmContracts Calm { get; init; } = CalmContracts.None;

    /// <summary>What was filled before it is no news, and whose it was may be forgotten; null to ask for all since the position was first seen.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>True if its entry price becomes the broker's average, which has in it what others bought back; else that is booked beside what they sold.</summary>
    public bool FollowsAverage { get; init; }
}
