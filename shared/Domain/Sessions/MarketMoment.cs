namespace ExitDesk.Domain.Sessions;

/// <summary>The broker's clock at one reading, with the session it falls into: the only "now" of a cycle.</summary>
/// <param name="Now">UTC.</param>
/// <param name="IsOpen">True in the regular session.</param>
/// <param name="NextOpen">UTC; the next session's open, if closed or not.</param>
/// <param name="Session">Today's session; null on a day without one.</param>
public sealed record MarketMoment(DateTimeOffset Now, bool IsOpen, DateTimeOffset NextOpen, Session? Session)
{
    /// <summary>Time since today's open; null outside the session.</summary>
    public TimeSpan? SinceOpen => IsOpen && Session is not null ? Now - Session.OpenAt : null;

    /// <summary>Time to today's close; null outside the session.</summary>
    public TimeSpan? UntilClose => IsOpen && Session is not null ? Session.CloseAt - Now : null;
}
