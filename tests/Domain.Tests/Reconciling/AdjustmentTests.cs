using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Reconciling;
using ExitDesk.Domain.Structures;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Reconciling;

/// <summary>Ten long GOOG calls at 750 are held under another symbol over night.</summary>
public sealed class AdjustmentTests
{
    private static readonly Position Known = SamplePositions.Option() with
    {
        Strategy = "day-trade",
        OpenedAt = SampleSession.OpenAt.AddDays(-3),
        IsEntryDateRead = true,
        Silences = [new Silence(ExitReason.TakeProfit, SampleSession.CloseAt)],
    };

    private static IReadOnlyList<PositionChange> Plan(IReadOnlyCollection<Position> ledger, params BrokerPosition[] held) => Reconciliation.Plan(
        ledger, held, held.ToDictionary(holding => holding.Symbol, _ => 100), SampleSession.Noon, SampleSession.Day, _ => Management.Watched).Changes;

    [Theory]
    [InlineData("GOOG1151224C00750000", 10, true)] // a merger or special dividend
    [InlineData("GOOG151224C00375000", 20, true)] // a split of two for one
    [InlineData("GOOG151224C00250000", 30, true)]
    [InlineData("GOOG151224C00107140", 70, true)] // seven for one: 107.142857, rounded
    [InlineData("GOOG1151224C00750000", 9, false)]
    [InlineData("GOOG1151224C00375000", 10, false)]
    [InlineData("GOOG151224C00375000", 10, false)]
    [InlineData("GOOG151224C00375000", 19, false)]
    [InlineData("GOOG151224C00376000", 20, false)]
    [InlineData("GOOG151224C00755000", 10, false)] // a roll of the owner's
    [InlineData("GOOG151224P00375000", 20, false)]
    [InlineData("GOOG160115C00375000", 20, false)]
    [InlineData("GOOG151224C00375000", -20, false)]
    [InlineData("AAPL1151224C00750000", 10, false)]
    public void WhenItIsHeldUnderAnotherSymbol_ItIsGuardedAsBefore(string symbol, decimal quantity, bool adjusted)
    {
        var changes = Plan([Known], SamplePositions.Held(symbol, quantity));
        var found = Assert.Single(changes.OfType<PositionChange.Found>()).Position;

        Assert.Equal(adjusted ? Management.Managed : Management.Watched, found.Management);
        Assert.Equal(adjusted ? ("day-trade", Known.OpenedAt, 1) : (null, null, 0), (found.Strategy, found.OpenedAt, found.Silences.Count));
        Assert.Equal(adjusted, changes.OfType<PositionChange.Regrouped>().Any(change => change.Position.Id == Known.Id));
        Assert.Equal(!adjusted, changes.OfType<PositionChange.Counted>().Any(change => change.Position.Id == Known.Id));
    }

    [Fact]
    public void WhenTheOldOneIsStillListed_TheNewOneIsJustFound()
    {
        var changes = Plan([Known], SamplePositions.Held(), SamplePositions.Held("GOOG1151224C00750000"));

        Assert.Equal(Management.Watched, Assert.IsType<PositionChange.Found>(Assert.Single(changes)).Position.Management);
    }

    [Fact]
    public void WhenASpreadIsAdjusted_ItGoesOnAsOne()
    {
        var spread = Known with { Id = "spread", Structure = SamplePositions.PutCreditSpread() };
        var changes = Plan([spread], SamplePositions.Held("XYZ1261218P00095000", 2), SamplePositions.Held("XYZ1261218P00100000", -2));

        Assert.Equal((StructureKind.VerticalCredit, Management.Managed), Assert.Single(changes.OfType<PositionChange.Found>()).Position is var found ? (found.Kind, found.Management) : default);
        Assert.Equal(PositionStatus.Regrouped, Assert.Single(changes.OfType<PositionChange.Regrouped>()).Position.Status);
    }

    [Fact]
    public void WhenTwoPositionsFit_EachTakesOne()
    {
        var other = Known with { Id = "other" };
        var changes = Plan([Known, other], SamplePositions.Held("GOOG1151224C00750000"));

        Assert.Single(changes.OfType<PositionChange.Regrouped>());
        Assert.Single(changes.OfType<PositionChange.Counted>());
    }
}
