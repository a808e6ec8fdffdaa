namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>What an owner may say to an open question.</summary>
public enum OwnerWord
{
    /// <summary>Do what it proposes.</summary>
    Approve,

    /// <summary>Do not.</summary>
    Reject,

    /// <summary>Not now: ask again later.</summary>
    Snooze,
}
