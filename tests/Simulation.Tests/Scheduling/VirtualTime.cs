namespace ExitDesk.Simulation.Tests.Scheduling;

/// <summary>The wall clock of one process: virtual time, and timers that end with the process.</summary>
internal sealed class VirtualTime(EventLoop loop, Func<bool> isAlive) : TimeProvider
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => loop.Now;

    public override long GetTimestamp() => loop.Now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(loop, isAlive, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }
}
