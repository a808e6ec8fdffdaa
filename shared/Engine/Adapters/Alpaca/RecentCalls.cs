namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>When this process sent its calls of the last minute. Thread-safe.</summary>
internal sealed class RecentCalls
{
    private readonly Lock _gate = new();
    private readonly Queue<DateTimeOffset> _sent = new();

    public void Add(DateTimeOffset now)
    {
        lock (_gate)
        {
            Forget(now);
            _sent.Enqueue(now);
        }
    }

    /// <summary>How many were sent after an instant, within the last minute.</summary>
    public int After(DateTimeOffset instant, DateTimeOffset now)
    {
        lock (_gate)
        {
            Forget(now);
            return _sent.Count(sent => sent > instant);
        }
    }

    /// <summary>When the oldest of the last minute is a minute old; now if there is none.</summary>
    public DateTimeOffset OldestEndsAt(DateTimeOffset now)
    {
        lock (_gate)
        {
            Forget(now);
            return _sent.TryPeek(out var oldest) ? oldest + BrokerBudget.Window : now;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        while (_sent.TryPeek(out var oldest) && oldest <= now - BrokerBudget.Window)
        {
            _sent.Dequeue();
        }
    }
}
