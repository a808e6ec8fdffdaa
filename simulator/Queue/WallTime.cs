using ExitDesk.Simulator.Time;

namespace ExitDesk.Simulator.Queue;

/// <summary>Translates between the wall time that clients live in and the market time that queues live in.</summary>
/// <param name="clock">Market time.</param>
/// <param name="wall">Wall time.</param>
/// <param name="speed">Market seconds per wall second, above zero; 1 also where the clock is moved by hand.</param>
public sealed class WallTime(MarketClock clock, TimeProvider wall, double speed)
{
    public DateTimeOffset Now => wall.GetUtcNow();

    /// <summary>
    /// How long, in market time, until an instant that a client stated in wall time; not negative. To the whole second: what a
    /// request took on its way must not make one simulated day differ from the next.
    /// </summary>
    public TimeSpan DelayUntil(DateTimeOffset wallInstant)
    {
        var seconds = Math.Round((wallInstant - wall.GetUtcNow()).TotalSeconds, MidpointRounding.AwayFromZero);
        return TimeSpan.FromSeconds(Math.Max(0, seconds));
    }

    /// <summary>What a client's clock shows, or showed, when the market clock shows an instant.</summary>
    public DateTimeOffset Of(DateTimeOffset marketInstant) => wall.GetUtcNow() + ((marketInstant - clock.Now) / speed);

    /// <summary>Cancelled after a wait in wall time: a client's patience is not the market's.</summary>
    public CancellationTokenSource CancelAfter(TimeSpan patience) => new(patience, wall);
}
