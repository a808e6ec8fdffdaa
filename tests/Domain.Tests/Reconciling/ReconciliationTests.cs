using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Reconciling;
using ExitDesk.Domain.Structures;
using ExitDesk.Domain.Tests.Samples;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ExitDesk.Domain.Tests.Reconciling;

public sealed class ReconciliationTests
{
    private static readonly Position Known = SamplePositions.Option();

    private static readonly string[] Symbols =
        ["GOOG151224C00750000", "GOOG151224P00750000", "GOOG", "SPY151224C00205000", "QCOM160115P00050000", "BTCUSD"];

    private static readonly Gen<(Position[] Ledger, BrokerPosition[] Held)> Accounts =
        from known in Gen.SubListOf(Symbols)
        from held in Gen.SubListOf(Symbols)
        from quantities in Gen.Choose(-3, 3).ListOf(Symbols.Length)
        from sides in Gen.Elements(PositionSide.Long, PositionSide.Short).ListOf(Symbols.Length)
        from statuses in Gen.Elements(Enum.GetValues<PositionStatus>()).ListOf(Symbols.Length)
        select (
            known.Select((symbol, i) => Known with { Id = symbol + "-20151223-1", Structure = SamplePositions.Single(symbol, side: sides[i]), Status = statuses[i] }).ToArray(),
            held.Select((symbol, i) => SamplePositions.Held(symbol, quantities[i] == 0 ? 5 : quantities[i])).ToArray());

    private static IReadOnlyList<PositionChange> Plan(
        IReadOnlyCollection<Position> ledger, IReadOnlyCollection<BrokerPosition> held, double second = 0, Management external = Management.Managed) =>
        Reconciliation.Plan(
            ledger, held, held.ToDictionary(holding => holding.Symbol, _ => 100), SampleSession.Noon.AddSeconds(second), SampleSession.Day, _ => external).Changes;

    [Fact]
    public void WhenTheBrokerHoldsSomethingNew_ItIsFound()
    {
        var found = Assert.IsType<PositionChange.Found>(Assert.Single(Plan([], [SamplePositions.Held(quantity: 26, entry: 5.75m)]))).Position;

        Assert.Equal("GOOG151224C00750000-20151223-1", found.Id);
        Assert.Equal((PositionSide.Long, 26m, 100, 5.75m), (found.Side, found.Quantity, found.Multiplier, found.EntryPrice));
        Assert.Equal((PositionStatus.Open, Management.Managed, SampleSession.Noon), (found.Status, found.Management, found.FirstSeenAt));
    }

    [Fact]
    public void WhenStockIsFound_ItsMultiplierIsOne() =>
        Assert.Equal(1, Plan([], [SamplePositions.Held("GOOG", 100, 700, "us_equity")])[0].Position.Multiplier);

    [Fact]
    public void WhenASymbolIsReopenedTheSameDay_ItsIdIsNew()
    {
        var ended = Known with { Status = PositionStatus.Closed };

        Assert.Equal(SamplePositions.Symbol + "-20151223-2", Assert.Single(Plan([ended], [SamplePositions.Held()])).Position.Id);
    }

    [Fact]
    public void WhenNothingChanged_NothingIsPlanned() => Assert.Empty(Plan([Known], [SamplePositions.Held()]));

    [Theory]
    [InlineData(6, 2.00)]
    [InlineData(10, 2.10)]
    public void WhenQuantityOrEntryChanged_ThePositionChanges(decimal quantity, decimal entry)
    {
        var change = Assert.IsType<PositionChange.Changed>(Assert.Single(Plan([Known], [SamplePositions.Held(quantity: quantity, entry: entry)])));

        Assert.Equal((Known.Id, quantity, entry), (change.Position.Id, change.Position.Quantity, change.Position.EntryPrice));
        Assert.Equal(Known, change.Before);
    }

    [Fact]
    public void WhenAPositionIsMissingOnce_ItIsOnlyCounted()
    {
        var counted = Assert.IsType<PositionChange.Counted>(Assert.Single(Plan([Known], []))).Position;

        Assert.Equal((1, SampleSession.Noon), (counted.MissingReads, counted.MissingSince));
    }

    [Theory]
    [InlineData(9.9, typeof(PositionChange.Counted))]
    [InlineData(10, typeof(PositionChange.Vanished))]
    public void WhenAPositionIsMissingTwice_ItVanishesAfterTenSeconds(double second, Type expected)
    {
        var once = Plan([Known], [])[0].Position;

        var twice = Assert.Single(Plan([once], [], second));

        Assert.IsType(expected, twice);
        Assert.Equal((2, SampleSession.Noon), (twice.Position.MissingReads, twice.Position.MissingSince));
    }

    [Fact]
    public void WhenAMissingPositionIsListedAgain_TheCountBeginsAnew()
    {
        var once = Plan([Known], [])[0].Position;

        var back = Assert.IsType<PositionChange.Counted>(Assert.Single(Plan([once], [SamplePositions.Held()], 15))).Position;

        Assert.Equal(Known, back);
    }

    [Fact]
    public void WhenAClosingWorksOnIt_ItIsLeftToTheClosing()
    {
        var closing = Known with { Status = PositionStatus.Closing };

        Assert.Empty(Plan([closing], []));
        Assert.Empty(Plan([closing], [SamplePositions.Held(quantity: 4)]));
    }

    [Fact]
    public void WhenTheSignFlips_TheOldOneIsCountedAndTheNewOneFound()
    {
        var changes = Plan([Known], [SamplePositions.Held(quantity: -10)]);

        Assert.Equal(2, changes.Count);
        var found = changes.OfType<PositionChange.Found>().Single().Position;
        Assert.Equal((PositionSide.Short, StructureKind.NakedCall, 10m), (found.Side, found.Kind, found.Quantity));
        Assert.NotEqual(Known.Id, found.Id);
        Assert.Equal(Known.Id, changes.OfType<PositionChange.Counted>().Single().Position.Id);
    }

    [Fact]
    public void WhenTheSignFlipped_TheNextReadEndsTheOldOneAndKeepsTheNew()
    {
        var flipped = SamplePositions.Held(quantity: -10);
        List<Position> ledger = [.. Plan([Known], [flipped]).Select(change => change.Position)];

        var vanished = Assert.IsType<PositionChange.Vanished>(Assert.Single(Plan(ledger, [flipped], 15)));

        Assert.Equal(Known.Id, vanished.Position.Id);
    }

    [Fact]
    public void WhenTheLedgerHasASymbolTwice_OneOfThemIsMissing()
    {
        var twin = Known with { Id = SamplePositions.Symbol + "-20151223-2" };

        Assert.Equal(twin.Id, Assert.IsType<PositionChange.Counted>(Assert.Single(Plan([twin, Known], [SamplePositions.Held()]))).Position.Id);
    }

    [Fact]
    public void WhenTheOwnerWatchesAPosition_ItStaysWatched() =>
        Assert.Empty(Plan([Known with { Management = Management.Watched }], [SamplePositions.Held()]));

    [Fact]
    public void WhenTheOrderOfReadsChanges_ThePlanDoesNot() =>
        Prop.ForAll(Accounts.ToArbitrary(), account =>
        {
            var (ledger, held) = account;
            var plan = Plan(ledger, held);
            var again = Plan([.. ledger.Reverse()], [.. held.Reverse()]);
            return plan.SequenceEqual(again) && plan.Select(change => change.Position.Id).Distinct().Count() == plan.Count;
        }).QuickCheckThrowOnFailure();
}
