namespace ExitDesk.TestKit.Ledgers;

/// <summary>What a test lets happen to a commit.</summary>
public enum CommitFault
{
    /// <summary>Nothing is written, and somebody else is said to have been faster at the first key.</summary>
    Conflict,

    /// <summary>Nothing is written, and the caller is not told.</summary>
    UnknownBeforeCommit,

    /// <summary>If the rules let it, all is written, and the caller is not told.</summary>
    UnknownAfterCommit,
}
