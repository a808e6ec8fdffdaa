namespace ExitDesk.Engine.Outbox;

/// <summary>How a kind of message arrives. Ascending.</summary>
public enum NoticeLevel
{
    /// <summary>Not at all; what a card shows is still edited in its place.</summary>
    Off,

    /// <summary>Without a sound.</summary>
    Silent,

    /// <summary>As the desk sends it.</summary>
    On,
}
