namespace ExitDesk.Domain.Exits;

/// <summary>Whether a rule that fires may act by itself.</summary>
public enum Approval
{
    /// <summary>Closes at once and reports.</summary>
    Act,

    /// <summary>Asks the owner, and acts by itself if nobody answers in time.</summary>
    AskThenAct,

    /// <summary>Asks the owner; unanswered, it lapses to hold at the session's close and is asked again next session.</summary>
    Ask,
}
