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
