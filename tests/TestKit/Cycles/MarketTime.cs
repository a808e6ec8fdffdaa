using ExitDesk.Simulator.Time;

namespace ExitDesk.TestKit.Cycles;

/// <summary>Time as the simulated market has it: it moves when a test moves it.</summary>
internal sealed class MarketTime(MarketClock clock) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => clock.Now;
}
