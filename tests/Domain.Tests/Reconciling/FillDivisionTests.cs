using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Reconciling;
using ExitDesk.Domain.Structures;
using ExitDesk.Domain.Tests.Samples;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ExitDesk.Domain.Tests.Reconciling;

public sealed class FillDivisionTests
{
    private static readonly HashSet<string> Nobody = [];
    private static readonly HashSet<string> Others = [SamplePositions.Symbol];

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    [InlineData(4, 3)]
    public void WhenOthersHoldTheContractToo_APositionTakesWhatItLost(decimal lost, decimal booked) =>
        Assert.Equal(booked, Divide(Position("a"), lost, [Sold("1", 3)], [], Others).Fills.Sum(fill => fill.Quantity));

    [Fact]
    public void WhenNobodyElseHoldsIt_EveryFillIsItsOwn()
    {
        var division = Divide(Position("a"), 1, [Sold("1", 3), Sold("2", 2)], [], Nobody);
        Assert.Equal([("1", 3m), ("2", 2m)], division.Bookable.Select(part => (part.Key, part.Fill.Quantity)));
        Assert.Equal(["a", "a"], division.Taken.Select(part => part.PositionId));
    }

    [Fact]
    public void WhenAnotherTookAPart_TheRestIsAPartWithAKeyOfItsOwn()
    {
        var division = Divide(Position("b"), 5, [Sold("1", 3)], [Part("1", 0, "a", 2)], Others);
        Assert.Equal(("1:1", 1m), Assert.Single(division.Bookable.Select(part => (part.Key, part.Fill.Quantity))));
        Assert.Equal(Part("1", 1, "b", 1), Assert.Single(division.Taken));
    }

    [Fact]
    public void WhenItsPartWasTakenAndNotBooked_ItIsBookedAsItWasTaken()
    {
        var division = Divide(Position("a"), 1, [Sold("1", 3)], [Part("1", 0, "a", 2)], Others);
        Assert.Equal(("1", 2m), Assert.Single(division.Bookable.Select(part => (part.Key, part.Fill.Quantity))));
        Assert.Empty(division.Taken);
    }

    [Fact]
    public void WhenItsPartIsBookedAndItLosesMore_ItTakesAnotherPart()
    {
        var division = Divide(Position("a") with { ForeignFills = ["1"] }, 1, [Sold("1", 3)], [Part("1", 0, "a", 1)], Others);
        Assert.Equal(("1:1", 1m), Assert.Single(division.Bookable.Select(part => (part.Key, part.Fill.Quantity))));
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(1, 1)]
    [InlineData(0, 2)]
    public void WhenMoreWasSoldThanIsMissing_TheRestWasBoughtBack(decimal lost, decimal back)
    {
        var division = Divide(Position("a"), lost, [Sold("1", 2)], [Bought("2", 5)], [], Nobody);
        Assert.Equal(2m, division.Fills.Sum(fill => fill.Quantity));
        Assert.Equal(back, division.BoughtBack.Sum(part => part.Fill.Quantity));
        Assert.Equal(2 + back, division.Taken.Sum(part => part.Quantity));
    }

    [Fact]
    public void WhenSomeOfWhatIsMissingHadNoFillYet_ALateOneIsThatAndNoRoundTrip() => Assert.Empty(
        Divide(Position("a") with { Unexplained = [new LegQuantity(SamplePositions.Symbol, 2)] }, 0, [Sold("1", 2)], [Bought("2", 5)], [], Nobody).BoughtBack);

    [Fact]
    public void WhenItWasBoughtBeforeAndAfter_WhatCameAfterIsTakenFirst()
    {
        var division = Divide(Position("a"), 0, [Sold("3", 2)], [Bought("1", 1, -2), Bought("2", 1, -1), Bought("4", 1, 1)], [], Nobody);
        Assert.Equal(["4", "2"], division.BoughtBack.Select(part => part.Key));
    }

    [Fact]
    public void WhenItsPartsWereTakenAndNotBooked_TheyAreBookedAsTheyWereTaken()
    {
        var parts = new[] { Part("1", 0, "a", 2), Part("2", 0, "a", 2) };
        var division = Divide(Position("a"), 0, [Sold("1", 2)], [Bought("2", 5)], parts, Nobody);
        Assert.Equal(["1", "2"], division.Bookable.Concat(division.BoughtBack).Select(part => part.Key));
        Assert.Empty(division.Taken);
        Assert.Empty(Divide(Position("a") with { ForeignFills = ["1", "2"] }, 0, [Sold("1", 2)], [Bought("2", 5)], parts, Nobody).BoughtBack);
    }

    [Theory]
    [InlineData(1, "b", true)]
    [InlineData(2, "b", false)]
    [InlineData(2, "a", true)]
    public void WhenAPartOfAFillIsTaken_SomethingIsLeftOfTheRestOrOfWhatIsNotBooked(decimal taken, string by, bool isLeft)
    {
        Assert.Equal(isLeft, FillDivision.IsLeft(Position("a"), Sold("1", 2), [Part("1", 0, by, taken)], new HashSet<string> { "1" }));
        Assert.False(FillDivision.IsLeft(Position("a") with { ForeignFills = ["1"] }, Sold("1", 2), [Part("1", 0, "a", 2)], new HashSet<string> { "1" }));
    }

    [Theory]
    [InlineData("1", false)]
    [InlineData("2", true)]
    public void WhenAFillHasNoParts_ItsIdSaysWhetherItIsBooked(string booked, bool isLeft) =>
        Assert.Equal(isLeft, FillDivision.IsLeft(Position("a"), Sold("1", 2), [], new HashSet<string> { booked }));

    // However positions come and go, no fill is booked for more than it was, and nobody takes more than it lost.
    [Fact]
    public void WhenManyShareFills_NoneIsBookedTwice() =>
        Prop.ForAll<byte[], byte[]>((losses, sizes) => IsDivided(losses, sizes)).QuickCheckThrowOnFailure();

    private static bool IsDivided(byte[] losses, byte[] sizes)
    {
        var fills = sizes.Select((size, i) => Sold($"{i:D3}", 1 + (size % 5))).ToList();
        var parts = new List<FillPart>();
        var booked = new List<BookableFill>();
        foreach (var (lost, i) in losses.Select((lost, i) => (1 + (lost % 7), i)))
        {
            var division = Divide(Position($"p{i}"), lost, fills, parts, Others);
            if (division.Fills.Sum(fill => fill.Quantity) > lost)
            {
                return false;
            }

            parts.AddRange(division.Taken);
            booked.AddRange(division.Bookable);
        }

        return booked.Select(part => part.Key).Distinct().Count() == booked.Count
            && fills.All(fill => booked.Where(part => part.Fill.Id == fill.Id).Sum(part => part.Fill.Quantity) <= fill.Quantity)
            && booked.Sum(part => part.Fill.Quantity) == Math.Min(losses.Sum(lost => 1m + (lost % 7)), fills.Sum(fill => fill.Quantity));
    }

    private static FillDivision Divide(Position position, decimal lost, IReadOnlyList<Fill> fills, IReadOnlyCollection<FillPart> parts, IReadOnlySet<string> shared) =>
        FillDivision.Of(position, new FillQuestion([new LegQuantity(SamplePositions.Symbol, lost)]) { FollowsAverage = true }, fills, [], parts, shared);

    private static FillDivision Divide(
        Position position, decimal lost, IReadOnlyList<Fill> sold, IReadOnlyList<Fill> bought, IReadOnlyCollection<FillPart> parts, IReadOnlySet<string> shared) =>
        FillDivision.Of(position, new FillQuestion(lost == 0 ? [] : [new LegQuantity(SamplePositions.Symbol, lost)]), sold, bought, parts, shared);

    private static Fill Bought(string id, decimal quantity, int minute = 1) =>
        Sold(id, quantity) with { Side = OrderSide.Buy, At = SampleSession.OpenAt.AddMinutes(minute) };

    private static Position Position(string id) => SamplePositions.Option() with { Id = id };

    private static Fill Sold(string id, decimal quantity) =>
        new(id, "order", SamplePositions.Symbol, OrderSide.Sell, quantity, 1.00m, SampleSession.OpenAt);

    private static FillPart Part(string fill, int number, string position, decimal quantity) => new(fill, number, position, quantity, SampleSession.OpenAt);
}
