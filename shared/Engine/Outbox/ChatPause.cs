namespace ExitDesk.Engine.Outbox;

/// <summary>Until when the chat wants no messages, as far as this process knows. Safe for concurrent use.</summary>
public sealed class ChatPause(TimeProvider time)
{
    private long _until;
    private int _isComing;

    /// <summary>How long yet; zero if it takes messages.</summary>
    public TimeSpan Left => new DateTimeOffset(Interlocked.Read(ref _until), TimeSpan.Zero) - time.GetUtcNow() is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    /// <summary>None before this span is over.</summary>
    public void For(TimeSpan span)
    {
        Interlocked.Exchange(ref _until, (time.GetUtcNow() + span).UtcTicks);
        Interlocked.Exchange(ref _isComing, 0);
    }

    /// <summary>Whether the caller is the first of this pause who would ask to come back after it: one is enough.</summary>
    public bool IsToComeBack() => Left > TimeSpan.Zero && Interlocked.Exchange(ref _isComing, 1) == 0;

    /// <summary>It may take messages again: the time has come by the queue's clock, or its owner has written.</summary>
    public void End() => Interlocked.Exchange(ref _until, 0);
}
