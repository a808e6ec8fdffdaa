namespace ExitDesk.Domain.Entries.Execution;

/// <summary>Where an entry stands.</summary>
public enum EntryStatus
{
    /// <summary>Read and written down; its gates were not asked yet, or could not tell.</summary>
    Received,

    /// <summary>A card asks its owner.</summary>
    AwaitingApproval,

    /// <summary>Nobody need be asked, or the owner said yes: it holds its place in every count and limit.</summary>
    Working,

    Ended,
}
