using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Reconciling;
using ExitDesk.Domain.Structures;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Reconciling;

/// <summary>What becomes of positions whose legs find partners, or lose some.</summary>
public sealed class RegroupingTests
{
    private const string LongPut = "XYZ261218P00095000";
    private const string ShortPut = "XYZ261218P00100000";

    private static readonly Position Spread = SamplePositions.Option() with
    {
        Id = "XYZ-VerticalCredit-261218-20151223-1",
        Structure = SamplePositions.PutCreditSpread(units: 3),
    };

    private static IReadOnlyList<PositionChange> Plan(IReadOnlyCollection<Position> ledger, double second, params BrokerPosition[] held) =>
        Reconciliation.Plan(
            ledger, held, held.ToDictionary(holding => holding.Symbol, _ => 100), SampleSession.Noon.AddSeconds(second), SampleSession.Day, _ => Management.Watched).Changes;

    private static BrokerPosition Long(decimal quantity) => SamplePositions.Held(LongPut, quantity, 0.80m);

    private static BrokerPosition Short(decimal quantity) => SamplePositions.Held(ShortPut, -quantity, 2.00m);

    [Fact]
    public void WhenAShortPutFindsAWing_OneSpreadTakesThePlaceOfBoth()
    {
        var single = Plan([], 0, Short(3))[0].Position;

        var changes = Plan([single], 60, Short(3), Long(3));

        var found = changes.OfType<PositionChange.Found>().Single().Position;
        Assert.Equal((StructureKind.VerticalCredit, 3m, -1.20m), (found.Kind, found.Quantity, found.EntryValue));
        var regrouped = changes.OfType<PositionChange.Regrouped>().Single().Position;
        Assert.Equal((single.Id, PositionStatus.Regrouped), (regrouped.Id, regrouped.Status));
        Assert.Equal(2, changes.Count);
    }

    [Fact]
    public void WhenOnlySomeOfItFindsAWing_TheRestStaysWhatItWas()
    {
        var single = Plan([], 0, Short(3))[0].Position;

        var changes = Plan([single], 60, Short(3), Long(2));

        Assert.Equal(2, changes.OfType<PositionChange.Found>().Single().Position.Quantity);
        var changed = changes.OfType<PositionChange.Changed>().Single();
        Assert.Equal((single.Id, 1m, 2m), (changed.Position.Id, changed.Position.Quantity, changed.Moved));
    }

    [Fact]
    public void WhenBothLegsShrinkAlike_TheSpreadKeepsItsIdWithFewerUnits()
    {
        var changed = Assert.IsType<PositionChange.Changed>(Assert.Single(Plan([Spread], 0, Short(1), Long(1))));

        Assert.Equal((Spread.Id, 1m, 0m), (changed.Position.Id, changed.Position.Quantity, changed.Moved));
    }

    [Fact]
    public void WhenALegIsMissingOnce_ItIsOnlyCounted()
    {
        var counted = Assert.IsType<PositionChange.Counted>(Assert.Single(Plan([Spread], 0, Short(3)))).Position;

        Assert.Equal((1, 3m), (counted.MissingReads, counted.Quantity));
    }

    [Theory]
    [InlineData(9.9, typeof(PositionChange.Counted))]
    [InlineData(10, typeof(PositionChange.Orphaned))]
    public void WhenALegIsMissingTwice_TheRestIsAnOrphanAfterTenSeconds(double second, Type expected)
    {
        var once = Plan([Spread], 0, Short(3))[0].Position;

        Assert.IsType(expected, Assert.Single(Plan([once], second, Short(3))));
    }

    [Fact]
    public void WhenAReadListsNothingAfterOneThatListedALeg_TheCountBeginsAnew()
    {
        var part = Plan([Spread], 0, Short(3))[0].Position;
        var nothing = Assert.IsType<PositionChange.Counted>(Assert.Single(Plan([part], 15))).Position;

        Assert.Equal((1, false), (nothing.MissingReads, nothing.IsPartMissing));
        Assert.IsType<PositionChange.Counted>(Assert.Single(Plan([nothing], 24.9)));
        Assert.IsType<PositionChange.Vanished>(Assert.Single(Plan([nothing], 25)));
    }

    [Fact]
    public void WhenAllIsListedAgain_NoReadCountsAsMissing()
    {
        var part = Plan([Spread], 0, Short(3))[0].Position;

        Assert.Equal(Spread, Assert.IsType<PositionChange.Counted>(Assert.Single(Plan([part], 15, Short(3), Long(3)))).Position);
    }

    [Fact]
    public void WhenTheWingIsGone_TheShortPutIsGuardedAsOneAndKeepsItsEntry()
    {
        var once = Plan([Spread with { Management = Management.Managed }], 0, Short(3))[0].Position;

        var orphaned = Assert.IsType<PositionChange.Orphaned>(Assert.Single(Plan([once], 15, Short(3))));

        Assert.Equal((Spread.Id, PositionStatus.Regrouped), (orphaned.Position.Id, orphaned.Position.Status));
        var rest = Assert.Single(orphaned.Rest);
        Assert.Equal((StructureKind.CashSecuredPut, 3m, -2.00m), (rest.Kind, rest.Quantity, rest.EntryValue));
        Assert.Equal((true, Management.Managed, PositionStatus.Open), (rest.IsOrphan, rest.Management, rest.Status));
        Assert.Equal([new LegQuantity(LongPut, 3)], orphaned.Lost);
    }

    [Fact]
    public void WhenOneOfThreeWingsIsGone_TwoUnitsGoOnAndOneIsAnOrphan()
    {
        var once = Plan([Spread], 0, Short(3), Long(2))[0].Position;

        var orphaned = Assert.IsType<PositionChange.Orphaned>(Assert.Single(Plan([once], 15, Short(3), Long(2))));

        Assert.Equal((Spread.Id, PositionStatus.Open, 2m), (orphaned.Position.Id, orphaned.Position.Status, orphaned.Position.Quantity));
        Assert.Equal((StructureKind.CashSecuredPut, 1m), (orphaned.Rest[0].Kind, orphaned.Rest[0].Quantity));
    }

    [Fact]
    public void WhenAnOrphanIsKept_NewWingsDoNotTakeItOver()
    {
        var orphan = SamplePositions.Option() with { Id = "o", Structure = SamplePositions.Single(ShortPut, 2, 3, PositionSide.Short), IsOrphan = true };

        Assert.IsType<PositionChange.Found>(Assert.Single(Plan([orphan], 0, Short(3), Long(3))));
        Assert.Contains(
            Plan([orphan with { IsOrphan = false }], 0, Short(3), Long(3)),
            change => change is PositionChange.Regrouped { Position.Id: "o" });
    }

    [Fact]
    public void WhileASpreadIsClosing_ItsLegsBelongToTheClosing()
    {
        var closing = Spread with { Status = PositionStatus.Closing };

        Assert.Empty(Plan([closing], 0, Long(3)));
        Assert.Empty(Plan([closing], 0, Short(1), Long(3)));
        Assert.Empty(Plan([closing], 0));
    }

    [Fact]
    public void WhileASharedContractIsClosing_TheOtherPositionLosesNothing()
    {
        var closing = Spread with { Id = "a", Status = PositionStatus.Closing, HasOwnEntry = true };
        var other = Spread with { Id = "b", HasOwnEntry = true };

        Assert.Empty(Plan([closing, other], 0, Short(6), Long(6)));
        Assert.Empty(Plan([closing, other], 0, Short(3), Long(3)));
        Assert.IsType<PositionChange.Changed>(Assert.Single(Plan([closing, other], 0, Short(2), Long(2))));
    }

    [Fact]
    public void WhenAContractCannotBeRead_ItIsNamedAndNothingElseIsHeldUp()
    {
        BrokerPosition[] held = [SamplePositions.Held(), Short(3)];

        var plan = Reconciliation.Plan(
            [], held, new Dictionary<string, int> { [ShortPut] = 150 }, SampleSession.Noon, SampleSession.Day, _ => Management.Managed);

        Assert.Equal([SamplePositions.Symbol], plan.Unread.Select(holding => holding.Symbol));
        Assert.Equal(150, Assert.Single(plan.Changes).Position.Multiplier);
    }
}
