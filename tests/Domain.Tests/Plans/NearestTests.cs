using ExitDesk.Domain.Plans;
using Xunit;

namespace ExitDesk.Domain.Tests.Plans;

public sealed class NearestTests
{
    [Theory]
    [InlineData("stoploss", "stopLoss")]
    [InlineData("stopLos", "stopLoss")]
    [InlineData("stpoLoss", "stopLoss")]
    [InlineData("takeprofits", "takeProfit")]
    [InlineData("trailing", "trailingStop")]
    [InlineData("profit", "takeProfit")]
    [InlineData("maxhold", "maxHold")]
    [InlineData("banana", null)]
    [InlineData("x", null)]
    public void WhenANameIsNotKnown_TheNearestIsMeant(string name, string? expected) => Assert.Equal(expected, Nearest.To(name, ExitPlanFields.Rules));

    [Fact]
    public void WhenNothingIsNear_AllAreNamed() => Assert.Equal("known here: act, ask", Nearest.Hint("banana", ["act", "ask"]));
}
