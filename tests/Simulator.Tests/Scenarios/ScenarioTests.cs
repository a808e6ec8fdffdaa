using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Scenarios;
using Xunit;

namespace ExitDesk.Simulator.Tests.Scenarios;

public sealed class ScenarioTests
{
    /// <summary>Sessions of 18, 19, 20 and 23 November.</summary>
    [Theory]
    [InlineData(17, 23, 59, 0)]
    [InlineData(18, 9, 30, 0)]
    [InlineData(18, 23, 59, 0)]
    [InlineData(19, 0, 0, 1)]
    [InlineData(20, 16, 0, 2)]
    [InlineData(22, 12, 0, 2)]
    [InlineData(23, 0, 0, 3)]
    [InlineData(30, 0, 0, 3)]
    public void WhenAnInstantIsGiven_ItBelongsToTheLastSessionWhoseDayHasBegun(int day, int hour, int minute, int expected) =>
        Assert.Equal(expected, FirstDay.Create(1, days: 4).SessionOf(NewYork.ToUtc(new DateOnly(2026, 11, day), new TimeOnly(hour, minute))));
}
