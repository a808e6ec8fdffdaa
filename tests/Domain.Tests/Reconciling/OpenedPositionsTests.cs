using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Reconciling;
using ExitDesk.Domain.Structures;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Reconciling;

/// <summary>What an order of ours opened is found with all that it was opened with.</summary>
public sealed class OpenedPositionsTests
{
    private const string LongPut = "XYZ261218P00095000";
    private const string ShortPut = "XYZ261218P00100000";
    private const string Other = "XYZ261218C00110000";

    private static readonly Opening OfPut = new("rec-1", [new LegQuantity(LongPut, 1)], SampleSession.Noon)
    {
        Strategy = "swing",
        Plan = """{"stopLoss":{"debitLoss":0.3}}""",
        Notes = "breakout",
    };

    private static readonly Opening OfSpread = new("rec-2", [new LegQuantity(LongPut, 1), new LegQuantity(ShortPut, -1)], SampleSession.Noon)
    {
        Strategy = "income",
    };

    private static readonly Opening OfShares = new("rec-0", [new LegQuantity("XYZ", 1)], SampleSession.Noon);

    private static readonly Opening OfCall = new("rec-3", [new LegQuantity(Other, -1)], SampleSession.Noon);

    private static IReadOnlyList<PositionChange> Plan(
        IReadOnlyCollection<Position> ledger, IReadOnlyCollection<BrokerPosition> held, params IReadOnlyCollection<Opening> openings) => Reconciliation.Plan(
            ledger, held, held.ToDictionary(holding => holding.Symbol, _ => 100), SampleSession.Noon.AddMinutes(1), SampleSession.Day, _ => Management.Watched, openings).Changes;

    private static BrokerPosition Held(string symbol, decimal quantity) => SamplePositions.Held(symbol, quantity, 2.00m);

    private static Position Found(IReadOnlyList<PositionChange> changes) => Assert.IsType<PositionChange.Found>(Assert.Single(changes)).Position;

    [Fact]
    public void WhenWhatWasOpenedIsFound_ItIsManagedWithItsPlanStrategyAndNotes()
    {
        var position = Found(Plan([], [Held(LongPut, 2)], OfPut));

        Assert.Equal((Management.Managed, "rec-1", "swing"), (position.Management, position.OpenedBy, position.Strategy));
        Assert.Equal((OfPut.Plan, "breakout"), (position.OwnPlan, position.EntryNotes));
    }

    [Theory]
    [InlineData(LongPut, -2)]
    [InlineData(Other, 2)]
    public void WhenTheSideOrTheContractIsAnother_ItIsNotOurs(string symbol, int quantity)
    {
        var position = Found(Plan([], [Held(symbol, quantity)], OfPut));

        Assert.Equal((Management.Watched, null, null), (position.Management, position.OpenedBy, position.OwnPlan));
    }

    [Fact]
    public void WhenASpreadWasOpened_ItIsOneStructureOfThatOpening()
    {
        var position = Found(Plan([], [Held(LongPut, 1), Held(ShortPut, -1)], OfPut, OfSpread));

        Assert.Equal((StructureKind.VerticalCredit, "rec-2", "income"), (position.Kind, position.OpenedBy, position.Strategy));
    }

    /// <summary>The long put of 97.5 would make a narrower spread of the short one than the leg that was bought with it.</summary>
    [Fact]
    public void WhenSomethingHeldWouldPairBetter_TheSpreadIsThatWhichWasOpened()
    {
        var before = Found(Plan([], [Held("XYZ261218P00097500", 2)]));

        var position = Found(Plan([before], [Held("XYZ261218P00097500", 2), Held(LongPut, 2), Held(ShortPut, -2)], OfSpread));

        Assert.Equal((StructureKind.VerticalCredit, 2m, "rec-2"), (position.Kind, position.Quantity, position.OpenedBy));
        Assert.Equal([LongPut, ShortPut], position.Legs.Select(leg => leg.Symbol).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void WhenABoughtOptionIsFoundBesideALooseShortOne_ItStaysAPositionOfItsOwn()
    {
        var before = Found(Plan([], [Held(ShortPut, -1)]));

        var position = Found(Plan([before], [Held(ShortPut, -1), Held(LongPut, 1)], OfPut));

        Assert.Equal((StructureKind.LongOption, "rec-1"), (position.Kind, position.OpenedBy));
    }

    [Theory]
    [InlineData(100, 1)]
    [InlineData(250, 2)]
    [InlineData(99, 0)]
    public void WhenACallWasSold_ItIsCoveredByTheSharesAndNotByALongCall(int shares, int covered)
    {
        var held = new[] { SamplePositions.Held("XYZ", (decimal)shares, 90m, "us_equity"), Held("XYZ261218C00115000", 2) };
        var before = Plan([], held).OfType<PositionChange.Found>().Select(change => change.Position).ToList();

        var found = Plan(before, [.. held, Held(Other, -2)], OfCall).OfType<PositionChange.Found>().Select(change => change.Position).ToList();

        Assert.Equal(covered, found.Where(position => position.Kind == StructureKind.CoveredCall).Sum(position => position.Quantity));
        Assert.All(found.Where(position => position.Legs.Any(leg => leg.Symbol == Other)), position => Assert.Equal("rec-3", position.OpenedBy));
        Assert.DoesNotContain(found, position => position.Legs.Any(leg => leg.Symbol == "XYZ261218C00115000"));
    }

    /// <summary>Shares that the desk bought itself cover a call that it sells against them just as well; what is left of them stays what it is.</summary>
    [Theory]
    [InlineData(true, 100, 0)]
    [InlineData(false, 100, 0)]
    [InlineData(true, 150, 50)]
    [InlineData(false, 150, 50)]
    public void WhenTheSharesWereBoughtByTheDesk_TheCallIsCoveredAllTheSame(bool isPriced, int held, int left)
    {
        var shares = SamplePositions.Held("XYZ", (decimal)held, 90m, "us_equity");
        var stock = Found(Plan([], [shares], OfShares)) with { HasOwnEntry = isPriced };

        var changes = Plan([stock], [shares, Held(Other, -1)], OfCall);

        var call = changes.OfType<PositionChange.Found>().Single().Position;
        Assert.Equal((StructureKind.CoveredCall, 1m, "rec-3"), (call.Kind, call.Quantity, call.OpenedBy));
        Assert.Equal(left == 0 ? 1 : 0, changes.OfType<PositionChange.Regrouped>().Count(change => change.Position.Id == stock.Id));
        Assert.All(changes.OfType<PositionChange.Changed>(), change => Assert.Equal((stock.Id, (decimal)left, "rec-0"), (change.Position.Id, change.Position.Quantity, change.Position.OpenedBy)));
        Assert.Equal(2, changes.Count);
    }

    /// <summary>Nothing is sold yet, or somebody else sold it, or a call of another stock: the shares stay what they were bought for.</summary>
    [Fact]
    public void WhenNoCallOfTheDeskIsSoldAgainstThem_SharesThatItBoughtStayAPositionOfTheirOwn()
    {
        var shares = SamplePositions.Held("XYZ", 100m, 90m, "us_equity");
        var stock = Found(Plan([], [shares], OfShares)) with { HasOwnEntry = true };

        Assert.Empty(Plan([stock], [shares], OfCall));
        Assert.Equal(StructureKind.NakedCall, Found(Plan([stock], [shares, Held(Other, -1)])).Kind);
        Assert.Equal(StructureKind.NakedCall, Found(Plan([stock], [shares, Held(Other, -1)], OfPut, new Opening("rec-4", [new LegQuantity("ABC261218C00110000", -1)], SampleSession.Noon))).Kind);
    }

    [Fact]
    public void WhenMoreOfItFills_ItGrowsAndStaysWhatItIs()
    {
        var first = Found(Plan([], [Held(LongPut, 1)], OfPut));

        var grown = Assert.IsType<PositionChange.Changed>(Assert.Single(Plan([first], [Held(LongPut, 3)], OfPut))).Position;

        Assert.Equal((first.Id, 3m, "rec-1", OfPut.Plan), (grown.Id, grown.Quantity, grown.OpenedBy, grown.OwnPlan));
    }

    [Fact]
    public void WhenMoreUnitsOfASpreadFill_ItGrowsAsOne()
    {
        var first = Found(Plan([], [Held(LongPut, 1), Held(ShortPut, -1)], OfSpread));

        var grown = Assert.IsType<PositionChange.Changed>(Assert.Single(Plan([first], [Held(LongPut, 2), Held(ShortPut, -2)], OfSpread))).Position;

        Assert.Equal((first.Id, 2m, "rec-2"), (grown.Id, grown.Quantity, grown.OpenedBy));
    }

    [Fact]
    public void WhenAShortLegAppearsBesideIt_ItStaysAPositionOfItsOwn()
    {
        var own = Found(Plan([], [Held(LongPut, 1)], OfPut));

        var found = Found(Plan([own], [Held(LongPut, 1), Held(ShortPut, -1)]));

        Assert.Equal((StructureKind.CashSecuredPut, null), (found.Kind, found.OpenedBy));
    }

    [Fact]
    public void WhenItLosesALeg_TheRestKeepsWhatItWasOpenedWith()
    {
        var spread = Found(Plan([], [Held(LongPut, 1), Held(ShortPut, -1)], OfSpread)) with
        {
            MissingReads = 1,
            MissingSince = SampleSession.Noon,
            IsPartMissing = true,
        };

        var orphaned = Plan([spread], [Held(LongPut, 1)]).OfType<PositionChange.Orphaned>().Single();

        Assert.All(orphaned.Rest, rest => Assert.Equal(("rec-2", "income"), (rest.OpenedBy, rest.Strategy)));
    }
}
