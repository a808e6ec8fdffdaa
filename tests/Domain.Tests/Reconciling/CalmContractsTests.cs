using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Reconciling;
using ExitDesk.Domain.Structures;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Reconciling;

public sealed class CalmContractsTests
{
    private const string Call = SamplePositions.Symbol;

    private static readonly Position Ours = SamplePositions.Option() with { Id = "a" };

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    [InlineData(1, false)]
    public void WhenTheBrokerHoldsJustWhatTheLedgerSays_ItIsCalm(decimal more, bool isCalm) => Assert.Equal(isCalm, IsCalm([Ours], Ours.Quantity + more));

    [Fact]
    public void WhenAContractIsInTwoPositions_TheirSumCounts()
    {
        var other = Ours with { Id = "b" };
        Assert.True(IsCalm([Ours, other], Ours.Quantity * 2));
        Assert.False(IsCalm([Ours, other], Ours.Quantity));
    }

    [Fact]
    public void WhenItWasShortAndIsLongNow_ItIsNotCalm() => Assert.False(IsCalm([SamplePositions.Option(side: PositionSide.Short)], Ours.Quantity));

    [Fact]
    public void WhenAllOfItEndedAndNothingIsHeld_ItIsCalm()
    {
        var ended = Ours with { Status = PositionStatus.Closed };
        Assert.True(IsCalm([ended], 0));
        Assert.False(IsCalm([ended], 1));
    }

    [Fact]
    public void WhenAnythingOfItIsUnsettled_ItIsNotCalm() => Assert.All(
        [
            Ours with { Status = PositionStatus.Closing },
            Ours with { MissingReads = 1 },
            Ours with { ShrunkSince = SampleSession.OpenAt },
            Ours with { UnevenSince = SampleSession.OpenAt },
            Ours with { Unexplained = [new LegQuantity(Call, 1)] },
        ],
        position => Assert.False(IsCalm([position], Ours.Quantity)));

    [Fact]
    public void WhenAnEndedOneLacksAnExplanation_ItIsNotCalm() =>
        Assert.False(IsCalm([Ours, Ours with { Id = "b", Status = PositionStatus.ClosedElsewhere, Unexplained = [new LegQuantity(Call, 1)] }], Ours.Quantity));

    private static bool IsCalm(Position[] ledger, decimal held) => CalmContracts.Of(
        ledger, held == 0 ? [] : [new BrokerPosition(Call, "us_option", held, 2.00m)], SampleSession.OpenAt).Symbols.Contains(Call);
}
