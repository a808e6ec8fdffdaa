using ExitDesk.Domain.Closing;
using ExitDesk.Simulation.Tests.Reports;
using Xunit;
using Xunit.Abstractions;

namespace ExitDesk.Simulation.Tests.Days;

public sealed class SimulatedDaysTests(ITestOutputHelper output)
{
    [Fact]
    public void WhenFixedDaysArePlayed_EveryInvariantHoldsAndEveryFaultBites()
    {
        var result = Hold(DaySeeds.Fixed(2_000));
        output.WriteLine(FaultTable.Of(result));
        Assert.Empty(FaultTable.Idle(result));
    }

    [Fact]
    public void WhenFreshDaysArePlayed_EveryInvariantHolds()
    {
        var seeds = DaySeeds.Fresh(500, TimeProvider.System).ToList();
        output.WriteLine($"seeds {seeds[0]} to {seeds[^1]}");
        Hold(seeds);
    }

    private BatchResult Hold(IEnumerable<long> seeds)
    {
        var result = DayBatch.Play(seeds, CloseProtocol.Guards, _ => { });
        output.WriteLine($"{result.Days} days, {result.DaysPerSecond:0} a second");
        Assert.True(result.Failure is null, result.Failure is null ? "" : FailureReport.Of(result.Failure, CloseProtocol.Guards));
        return result;
    }
}
