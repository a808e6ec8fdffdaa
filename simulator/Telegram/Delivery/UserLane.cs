namespace ExitDesk.Simulator.Telegram.Delivery;

/// <summary>One user's updates in order; guarded by the lock of <see cref="UpdateQueue"/>.</summary>
internal sealed class UserLane
{
    public Queue<PendingUpdate> Waiting { get; } = new();

    /// <summary>Failed attempts at the first update.</summary>
    public int Failures { get; set; }

    /// <summary>Market time of the next attempt.</summary>
    public DateTimeOffset Due { get; set; }

    /// <summary>True while an attempt is under way.</summary>
    public bool Busy { get; set; }

    public void Next(DateTimeOffset now)
    {
        Failures = 0;
        Due = now;
    }

    /// <summary>The first retry comes at once, the others after 2, 4, 8 and so on, at most 120 seconds.</summary>
    public void Retry(DateTimeOffset now)
    {
        Failures++;
        Due = now + TimeSpan.FromSeconds(Failures == 1 ? 0 : Math.Min(120, 1 << Math.Min(Failures - 1, 7)));
    }
}
