namespace ExitDesk.Engine.State;

public enum ApprovalStatus
{
    Open,

    /// <summary>Its button was pressed: a token works once.</summary>
    Used,

    /// <summary>Nobody answered in time.</summary>
    Lapsed,

    /// <summary>Something more urgent closed the position, or it is gone.</summary>
    Overtaken,
}
