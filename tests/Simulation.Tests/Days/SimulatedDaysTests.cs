using Xunit;

namespace ExitDesk.Simulation.Tests.Days;

public sealed class SimulatedDaysTests
{
    [Fact]
    public void WhenTheSameSeedIsPlayedTwice_TheDayIsTheSameByteForByte()
    {
        foreach (var seed in Enumerable.Range(1, 20))
        {
            Assert.Equal(DayRun.Play(seed).Timeline.Hash(), DayRun.Play(seed).Timeline.Hash());
        }
    }

    [Fact]
    public void WhenFixedDaysArePlayed_EveryInvariantHolds() => Assert.All(
        Enumerable.Range(1, 200).AsParallel().Select(seed => DayRun.Play(seed)),
        day => Assert.True(day.Violation is null, $"seed {day.Plan.Seed}: {day.Violation}"));
}
