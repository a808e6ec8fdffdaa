using ExitDesk.Simulator.Time;

namespace ExitDesk.TestKit.Time;

/// <summary>Says that it is as late as in the market; whoever waits for an answer waits in real time.</summary>
public sealed class MarketTime(MarketClock clock) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => clock.Now;
}
