using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Structures;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Exits;

/// <summary>Several short legs in the money: each that can be measured may fire, and all must be measured to hold.</summary>
public sealed class AssignmentLegsTests
{
    private static readonly AssignmentRiskPlan Plan = new();

    // Short a 105 put and a 95 call at a stock of 100: both are 5.00 in the money.
    private static Structure Guts(string put = "XYZ261218P00105000") => new(
        StructureKind.Strangle,
        [new PositionLeg(put, -1, 6.00m, 100), new PositionLeg("XYZ261218C00095000", -1, 6.00m, 100)],
        1);

    [Theory]
    [InlineData(5.05, null, DecisionKind.Close)]
    [InlineData(5.06, null, DecisionKind.Undecided)]
    [InlineData(null, 5.05, DecisionKind.Close)]
    [InlineData(null, 5.06, DecisionKind.Undecided)]
    [InlineData(5.06, 5.06, DecisionKind.Hold)]
    [InlineData(null, null, DecisionKind.Undecided)]
    public void WhenALegHasNoQuote_TheOtherStillFires(double? put, double? call, DecisionKind expected) =>
        Assert.Equal(expected, Judge(Guts(), 100, 0, put, call).Kind);

    [Theory]
    [InlineData(5.50, 0.50, DecisionKind.Undecided)]
    [InlineData(5.49, 0.50, DecisionKind.Close)]
    [InlineData(5.49, null, DecisionKind.Undecided)]
    public void WhenThePutHasNoQuote_ADividendStillFiresTheCall(double call, double? dividend, DecisionKind expected) =>
        Assert.Equal(expected, Judge(Guts(), 100, (decimal?)dividend, null, call).Kind);

    [Theory]
    [InlineData(5.05, DecisionKind.Close)]
    [InlineData(5.06, DecisionKind.Undecided)]
    public void WhenALegIsOfAnAdjustedContract_TheOtherStillFires(double call, DecisionKind expected) =>
        Assert.Equal(expected, Judge(Guts("XYZ1261218P00105000"), 100, 0, 9, call).Kind);

    [Fact]
    public void WhenTheLegWithoutAQuoteIsOutOfTheMoney_ItDoesNotMatter() =>
        Assert.Equal(ExitDecision.Hold, Judge(Guts(), 106, 0, null, 11.06));

    [Fact]
    public void WhenTheUnderlyingHasNoPrice_NothingFires() =>
        Assert.Equal(DecisionKind.Undecided, Judge(Guts(), null, 0, 5.00, 5.00).Kind);

    private static ExitDecision Judge(Structure structure, double? price, decimal? dividend, double? put, double? call)
    {
        var facts = AssignmentReading.Of(
            structure, [Leg(put), Leg(call)], new ExitFacts(new UnderlyingFacts((decimal?)price, null, 0), default, dividend),
            SampleSession.Noon, SampleSession.OpenAt);
        return AssignmentRisk.Evaluate(Snapshots.Credit(12, 12) with { Assignment = facts }, Plan);
    }

    private static LegQuote Leg(double? mid) =>
        mid is { } known ? new(new Quote((decimal)known - 0.01m, (decimal)known + 0.01m, SampleSession.Noon)) : default;
}
