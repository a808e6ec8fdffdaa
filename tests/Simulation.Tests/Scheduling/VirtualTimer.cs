namespace ExitDesk.Simulation.Tests.Scheduling;

/// <summary>A timer of <see cref="VirtualTime"/> that fires once for each change.</summary>
internal sealed class VirtualTimer(EventLoop loop, Func<bool> isAlive, TimerCallback callback, object? state) : ITimer
{
    private int _changes;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        var change = ++_changes;
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            loop.After(dueTime, () => Fire(change));
        }

        return true;
    }

    public void Dispose() => _changes++;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Fire(int change)
    {
        if (change == _changes && isAlive())
        {
            callback(state);
        }
    }
}
