namespace ExitDesk.Domain.Entries;

/// <summary>Whether an entry that passed its gates may be sent by itself. Unlike exits, silence never opens anything.</summary>
public enum EntryApproval
{
    /// <summary>Sent at once, and reported.</summary>
    Act,

    /// <summary>The owner is asked, and asked again, until the recommendation expires.</summary>
    Ask,

    /// <summary>The owner is asked once; unanswered, the entry lapses after <see cref="EntrySettings.ApprovalPatience"/>.</summary>
    AskThenLapse,
}
