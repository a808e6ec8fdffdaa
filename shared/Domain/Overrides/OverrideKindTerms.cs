namespace ExitDesk.Domain.Overrides;

/// <summary>What follows from a kind.</summary>
public static class OverrideKindTerms
{
    /// <summary>True if the answer is measured on all that was held, to its end: what is answered about it later is a part of that.</summary>
    public static bool LeavesOpen(this OverrideKind kind) => kind switch
    {
        OverrideKind.Rejection or OverrideKind.Snooze or OverrideKind.Keep => true,
        OverrideKind.Approval or OverrideKind.OwnClose => false,
    };
}
