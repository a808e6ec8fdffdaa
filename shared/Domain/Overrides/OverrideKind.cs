namespace ExitDesk.Domain.Overrides;

/// <summary>What the owner did where the rules alone would have done otherwise, or at another moment.</summary>
public enum OverrideKind
{
    /// <summary>"Close now" on a rule's card, or an own close while it asks. Alone, the rule would have closed when it asked, at the closing
    /// side of the quote that the card showed last.</summary>
    Approval,

    /// <summary>A rule's card kept for the session. Alone, the rule would have closed when the owner answered.</summary>
    Rejection,

    /// <summary>A rule's card put off for a while. Alone, the rule would have closed when the owner answered; if it closes once the while is
    /// over, that close is the owner's result.</summary>
    Snooze,

    /// <summary>A rung of the expiry ladder that the owner skipped. Alone, the rules close where they fire.</summary>
    Keep,

    /// <summary>A close that no rule asked for. Alone, the rules would have held on until one of them fires, or to the expiration.</summary>
    OwnClose,
}
