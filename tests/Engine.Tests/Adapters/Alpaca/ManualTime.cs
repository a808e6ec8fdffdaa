namespace ExitDesk.Engine.Tests.Adapters.Alpaca;

/// <summary>A clock for clients: short pauses pass at once, timeouts pass when the test says so.</summary>
internal sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);
    private readonly Lock _gate = new();
    private readonly List<Entry> _waiting = [];

    public int Pauses { get; private set; }

    /// <summary>Moves with the test alone.</summary>
    public DateTimeOffset Now { get; set; } = start;

    public override DateTimeOffset GetUtcNow() => Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var entry = new Entry(this, callback, state);
        lock (_gate)
        {
            if (dueTime > LongestPause)
            {
                _waiting.Add(entry);
                return entry;
            }

            Pauses++;
        }

        ThreadPool.QueueUserWorkItem(_ => callback(state));
        return entry;
    }

    /// <summary>Lets every timeout that is running run out.</summary>
    public void Expire()
    {
        Entry[] due;
        lock (_gate)
        {
            due = [.. _waiting];
            _waiting.Clear();
        }

        foreach (var entry in due)
        {
            entry.Fire();
        }
    }

    private void Forget(Entry entry)
    {
        lock (_gate)
        {
            _waiting.Remove(entry);
        }
    }

    private sealed class Entry(ManualTime time, TimerCallback callback, object? state) : ITimer
    {
        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => time.Forget(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
