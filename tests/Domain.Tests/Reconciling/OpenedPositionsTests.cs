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
        var opening = new Opening("rec-3", [new LegQuantity(Other, -1)], SampleSession.Noon);
        var held = new[] { SamplePositions.Held("XYZ", (decimal)shares, 90m, "us_equity"), Held("XYZ261218C00115000", 2) };
        var before = Plan([], held).OfType<PositionChange.Found>().Select(change => change.Position).ToList();

        var found = Plan(before, [.. held, Held(Other, -2)], opening).OfType<PositionChange.Found>().Select(change => change.Position).ToList();

        Assert.Equal(covered, found.Where(position => position.Kind == StructureKind.CoveredCall).Sum(position => position.Quantity));
        Assert.All(found.Where(position => position.Legs.Any(leg => leg.Symbol == Other)), position => Assert.Equal("rec-3", position.OpenedBy));
        Assert.DoesNotContain(found, position => position.Legs.Any(leg => leg.Symbol == "XYZ261218C00115000"));
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
