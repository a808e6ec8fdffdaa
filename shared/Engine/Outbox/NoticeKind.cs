namespace ExitDesk.Engine.Outbox;

/// <summary>What a message to the owner is about. The first ones go out first when the chat takes few.</summary>
public enum NoticeKind
{
    /// <summary>Something is wrong, or may become so. Whatever nobody gave a kind is taken for one.</summary>
    Alert,

    /// <summary>A position that expires today.</summary>
    Expiry,

    /// <summary>A question that waits for an answer.</summary>
    Question,

    /// <summary>What a command is answered, and switches that somebody turned.</summary>
    Answer,

    /// <summary>A close on its way.</summary>
    Close,

    /// <summary>The end of a close: what was paid for what was shown.</summary>
    Receipt,

    /// <summary>What a rule would do where it may not.</summary>
    WouldClose,

    /// <summary>Positions found, changed or ended elsewhere.</summary>
    Position,

    /// <summary>Sums of a day, a week, a rule.</summary>
    Statistic,
}
