using ExitDesk.Domain.Activities;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Reconciling;
using ExitDesk.Domain.Structures;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Reconciling;

public sealed class LegEndingsTests
{
    private const string Call = SamplePositions.Symbol;

    private static Position Ended(string id, decimal lost, PositionSide side = PositionSide.Long) =>
        SamplePositions.Option(entry: 2.00m, side: side) with
        {
            Id = id,
            Status = PositionStatus.Expired,
            Unexplained = [new LegQuantity(Call, side == PositionSide.Long ? lost : -lost)],
        };

    private static AccountActivity Entry(string id, ActivityKind kind, decimal quantity, string symbol = Call) =>
        new(id, kind, kind.ToString(), symbol, quantity, null, 0, SampleSession.Day, null);

    private static FillPart Part(int number, string position, decimal quantity) => new("1", number, position, quantity, SampleSession.OpenAt);

    private static IReadOnlyDictionary<string, IReadOnlyList<LegEnding>> Find(Position[] positions, params AccountActivity[] history) =>
        LegEndings.Of(positions, history, [], new HashSet<string>());

    [Theory]
    [InlineData(PositionSide.Long, ActivityKind.Expiration, -2000, PositionStatus.Expired)]
    [InlineData(PositionSide.Short, ActivityKind.Expiration, 2000, PositionStatus.Expired)]
    [InlineData(PositionSide.Long, ActivityKind.Exercise, -2000, PositionStatus.Exercised)]
    [InlineData(PositionSide.Short, ActivityKind.Assignment, 2000, PositionStatus.Assigned)]
    public void WhenTheHistoryTellsTheEnding_ThePremiumIsTheResultOfTheOption(PositionSide side, ActivityKind kind, decimal pnl, PositionStatus status)
    {
        var endings = Assert.Single(Find([Ended("p", 10, side)], Entry("1", kind, side == PositionSide.Long ? -10 : 10))).Value;

        Assert.Equal((10m, pnl), (endings[0].Quantity, endings.Sum(ending => ending.RealizedPnl)));
        Assert.Equal(status, LegEndings.StatusOf(endings));
    }

    [Fact]
    public void WhenSomeWereAssignedAndOthersExpired_AssignmentNamesTheEnding()
    {
        var endings = Find([Ended("p", 10, PositionSide.Short)], Entry("1", ActivityKind.Expiration, 6), Entry("2", ActivityKind.Assignment, 4))["p"];

        Assert.Equal([6m, 4m], endings.Select(ending => ending.Quantity));
        Assert.Equal(PositionStatus.Assigned, LegEndings.StatusOf(endings));
    }

    [Fact]
    public void WhenAContractWasInTwoPositions_EachTakesItsOwnQuantity()
    {
        var found = Find([Ended("b", 4), Ended("a", 6)], Entry("1", ActivityKind.Expiration, -10));

        Assert.Equal((6m, 4m), (found["a"][0].Quantity, found["b"][0].Quantity));
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(4, 4)]
    [InlineData(5, 4)]
    public void WhenAnotherHasBookedItsPart_TheRestIsAPartWithAKeyOfItsOwn(decimal lost, decimal taken)
    {
        var ending = Assert.Single(LegEndings.Of(
            [Ended("b", lost)], [Entry("1", ActivityKind.Expiration, -10)], [Part(0, "a", 6)], new HashSet<string> { "1" })["b"]);

        Assert.Equal(("1:1", 1, "b", taken), (ending.Part.Key, ending.Part.Number, ending.Part.PositionId, ending.Quantity));
    }

    [Fact]
    public void WhenItsPartWasTakenAndNotBooked_ItIsBookedAsItWasTaken() => Assert.Equal(
        Part(1, "b", 4),
        Assert.Single(LegEndings.Of([Ended("b", 4)], [Entry("1", ActivityKind.Expiration, -10)], [Part(0, "a", 6), Part(1, "b", 4)], new HashSet<string> { "1" })["b"]).Part);

    [Fact]
    public void WhenItsPartIsBooked_TheSameEntryGivesItNothingMore() => Assert.Empty(LegEndings.Of(
        [Ended("a", 2) with { ForeignFills = ["1"] }], [Entry("1", ActivityKind.Expiration, -6)], [Part(0, "a", 6)], new HashSet<string> { "1" }));

    [Fact]
    public void WhenTheHistoryTellsOfLess_TheRestStaysOpen() =>
        Assert.Equal(3, Find([Ended("p", 10)], Entry("1", ActivityKind.Expiration, -3))["p"].Sum(ending => ending.Quantity));

    [Theory]
    [InlineData(ActivityKind.Fill)]
    [InlineData(ActivityKind.OptionTrade)]
    [InlineData(ActivityKind.Unknown)]
    public void WhenTheEntryIsNoEnding_NothingIsFound(ActivityKind kind) => Assert.Empty(Find([Ended("p", 10)], Entry("1", kind, -10)));

    [Fact]
    public void WhenTheEntryIsBookedOrOfAnotherContract_NothingIsFound()
    {
        Assert.Empty(LegEndings.Of([Ended("p", 10)], [Entry("1", ActivityKind.Expiration, -10)], [], new HashSet<string> { "1" }));
        Assert.Empty(Find([Ended("p", 10)], Entry("1", ActivityKind.Expiration, -10, "GOOG151224C00755000")));
    }
}
