namespace ExitDesk.Engine.Outbox;

/// <summary>Until when the chat wants no messages, as far as this process knows. Safe for concurrent use.</summary>
public sealed class ChatPause(TimeProvider time)
{
    private long _until;

    /// <summary>How long yet; zero if it takes messages.</summary>
    public TimeSpan Left => new DateTimeOffset(Interlocked.Read(ref _until), TimeSpan.Zero) - time.GetUtcNow() is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    /// <summary>None before this span is over.</summary>
    public void For(TimeSpan span) => Interlocked.Exchange(ref _until, (time.GetUtcNow() + span).UtcTicks);

    /// <summary>It may take messages again: its owner has written.</summary>
    public void End() => Interlocked.Exchange(ref _until, 0);
}
