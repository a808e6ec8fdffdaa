using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Exits;

public sealed class UnderlyingMoveTests
{
    private static readonly UnderlyingMovePlan Plan = new() { Enabled = true, Against = 0.03m, For = 0.05m };

    private static ExitDecision At(decimal? price, int direction, decimal? entry = 100) =>
        UnderlyingMove.Evaluate(Snapshots.Long(2, null) with { Underlying = new UnderlyingFacts(price, entry, direction) }, Plan);

    [Theory]
    [InlineData(97.01, 1, null)]
    [InlineData(97.00, 1, -0.03)]
    [InlineData(104.99, 1, null)]
    [InlineData(105.00, 1, 0.05)]
    [InlineData(102.99, -1, null)]
    [InlineData(103.00, -1, -0.03)]
    [InlineData(95.01, -1, null)]
    [InlineData(95.00, -1, 0.05)]
    [InlineData(102.99, 0, null)]
    [InlineData(103.00, 0, -0.03)]
    [InlineData(97.00, 0, -0.03)]
    public void WhenTheStockMoves_ItClosesAtTheLimitOfItsSide(decimal price, int direction, double? value)
    {
        var decision = At(price, direction);

        Assert.Equal(value is null ? DecisionKind.Hold : DecisionKind.Close, decision.Kind);
        Assert.Equal((decimal?)value, decision.Value);
        Assert.Equal(value is null ? default : Urgency.Fast, decision.Urgency);
    }

    [Fact]
    public void WhenAPriceIsNotKnown_ItIsUndecided()
    {
        Assert.Equal(DecisionKind.Undecided, At(null, 1).Kind);
        Assert.Equal(DecisionKind.Undecided, At(90, 1, null).Kind);
        Assert.Equal(DecisionKind.Undecided, At(90, 1, 0).Kind);
    }

    [Fact]
    public void WhenNothingElseIsSaid_ItIsOff() => Assert.Equal(
        ExitDecision.Hold, UnderlyingMove.Evaluate(Snapshots.Long(2, 1), new UnderlyingMovePlan()));

    [Fact]
    public void WhenASideHasNoLimit_ItHolds() => Assert.Equal(
        ExitDecision.Hold,
        UnderlyingMove.Evaluate(
            Snapshots.Long(2, 1) with { Underlying = new UnderlyingFacts(1, 100, 1) }, new UnderlyingMovePlan { Enabled = true, Against = null }));
}
