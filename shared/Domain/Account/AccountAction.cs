namespace ExitDesk.Domain.Account;

/// <summary>What follows when an account rule fires, from least to most.</summary>
public enum AccountAction
{
    /// <summary>The owner is told.</summary>
    Alert,

    /// <summary>And nothing new is opened.</summary>
    StopEntries,

    /// <summary>And the owner is asked to switch to Emergency, which happens by itself if nobody answers.</summary>
    Emergency,
}
