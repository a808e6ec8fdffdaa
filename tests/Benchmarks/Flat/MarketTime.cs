using ExitDesk.Simulator.Time;

namespace ExitDesk.Benchmarks.Flat;

/// <summary>Says that it is as late as in the market; whoever waits for an answer waits in real time.</summary>
internal sealed class MarketTime(MarketClock clock) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => clock.Now;
}
