using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;
using Xunit;
using static ExitDesk.Domain.Tests.Structures.Legs;

namespace ExitDesk.Domain.Tests.Structures;

/// <summary>Holdings that the ledger knows nothing of.</summary>
public sealed class LooseLegsTests
{
    private static string New(params BrokerPosition[] held) => Match(held).New.Words();

    [Fact]
    public void WhenOneLegIsHeld_ItIsSingle()
    {
        Assert.Equal("3 LongOption", New(Call(100).Held(3)));
        Assert.Equal("3 CashSecuredPut", New(Put(100).Held(-3)));
        Assert.Equal("3 NakedCall", New(Call(100).Held(-3)));
        Assert.Equal("12.5 Stock", New("SPY".Held(12.5m)));
        Assert.Equal("12 Stock", New("SPY".Held(-12)));
        Assert.Equal("0.5 Custom", New(new BrokerPosition("BTCUSD", "crypto", 0.5m, 90_000m)));
    }

    [Fact]
    public void WhenShortHasAWing_TheyAreAVertical()
    {
        Assert.Equal("2 VerticalCredit", New(Put(100).Held(-2), Put(95).Held(2)));
        Assert.Equal("2 VerticalDebit", New(Put(100).Held(2), Put(95).Held(-2)));
        Assert.Equal("2 VerticalCredit", New(Call(100).Held(-2), Call(105).Held(2)));
        Assert.Equal("2 VerticalDebit", New(Call(100).Held(2), Call(105).Held(-2)));
    }

    [Fact]
    public void WhenWingsAreFewer_TheRestIsSingle() =>
        Assert.Equal("2 CashSecuredPut, 3 VerticalCredit", New(Put(100).Held(-5), Put(95).Held(3)));

    [Fact]
    public void WhenOptionsAreAllLongOrAllShort_NothingIsPaired()
    {
        Assert.Equal("1 LongOption, 1 LongOption", New(Put(100).Held(1), Call(100).Held(1)));
        Assert.Equal("1 LongOption, 1 LongOption", New(Put(95).Held(1), Put(100).Held(1)));
        Assert.Equal("1 CashSecuredPut, 1 NakedCall", New(Put(100).Held(-1), Call(100).Held(-1)));
        Assert.Equal("1 CashSecuredPut, 1 LongOption", New(Put(100).Held(-1), Call(105).Held(1)));
    }

    [Fact]
    public void WhenBothSidesHaveWings_TheyAreACondor()
    {
        BrokerPosition[] puts = [Put(90).Held(3), Put(95).Held(-3)];

        Assert.Equal("3 IronCondor", New([.. puts, Call(105).Held(-3), Call(110).Held(3)]));
        Assert.Equal("1 VerticalCredit, 2 IronCondor", New([.. puts, Call(105).Held(-2), Call(110).Held(2)]));
        Assert.Equal("3 IronCondor", New([.. puts, Call(95).Held(-3), Call(110).Held(3)]));
        Assert.Equal("3 VerticalCredit, 3 VerticalCredit", New([.. puts, Call(94).Held(-3), Call(110).Held(3)]));
        Assert.Equal("3 VerticalCredit, 3 VerticalCredit", New([.. puts, Call(105, Far).Held(-3), Call(110, Far).Held(3)]));
        Assert.Equal("3 VerticalCredit, 3 VerticalDebit", New([.. puts, Call(105).Held(3), Call(110).Held(-3)]));
    }

    [Theory]
    [InlineData(99, "99 Stock, 1 NakedCall")]
    [InlineData(100, "1 CoveredCall")]
    [InlineData(101, "1 CoveredCall, 1 Stock")]
    [InlineData(-100, "100 Stock, 1 NakedCall")]
    public void WhenSharesReachTheMultiplier_TheCallIsCovered(int shares, string expected) =>
        Assert.Equal(
            expected.Split(", ").Order(StringComparer.Ordinal), New("SPY".Held(shares), Call(110).Held(-1)).Split(", "));

    [Fact]
    public void WhenSharesCoverSomeCalls_TheRestIsNaked() =>
        Assert.Equal("2 CoveredCall, 3 NakedCall, 50 Stock", New("SPY".Held(250), Call(110).Held(-5)));

    [Fact]
    public void WhenCallHasWingAndShares_TheWingComesFirst() =>
        Assert.Equal("1 VerticalCredit, 100 Stock", New("SPY".Held(100), Call(110).Held(-1), Call(115).Held(1)));

    [Fact]
    public void WhenCallHasSharesAndACalendar_TheSharesComeFirst() =>
        Assert.Equal("1 CoveredCall, 1 LongOption", New("SPY".Held(100), Call(110).Held(-1), Call(110, Far).Held(1)));

    [Fact]
    public void WhenWingExpiresLater_ItCovers()
    {
        Assert.Equal("1 CalendarSpread", New(Call(100).Held(-1), Call(100, Far).Held(1)));
        Assert.Equal("1 CalendarSpread", New(Call(105).Held(-1), Call(90, Far).Held(1)));
        Assert.Equal("1 LongOption, 1 NakedCall", New(Call(100).Held(1), Call(100, Far).Held(-1)));
    }

    [Fact]
    public void WhenSeveralWingsFit_TheBestIsTaken()
    {
        Assert.Equal([Put(95), Put(100)], Vertical(Put(100).Held(-2), Put(95).Held(2), Put(90).Held(2)));
        Assert.Equal([Put(90), Put(100)], Vertical(Put(100).Held(-2), Put(95).Held(1), Put(90).Held(2)));
        Assert.Equal([Put(90), Put(100)], Vertical(Put(100).Held(-2), Put(95).Held(3), Put(90).Held(2)));
        Assert.Equal([Put(95), Put(100)], Vertical(Put(100).Held(-2), Put(95).Held(2), Put(101).Held(2)));
        Assert.Equal([Call(100), Call(100, Far)], Vertical(Call(100).Held(-1), Call(100, Far + 7).Held(1), Call(100, Far).Held(1), Call(101, Far).Held(1)));
    }

    private static string[] Vertical(params BrokerPosition[] held) =>
        [.. Match(held).New.Single(one => one.Legs.Count == 2).Legs.Select(leg => leg.Symbol)];

    [Fact]
    public void WhenQuantitiesAreEqual_TheyBelongTogether()
    {
        var pairs = Match([Put(100).Held(-5), Put(99).Held(-3), Put(95).Held(3)]).New;

        Assert.Equal([Put(95), Put(99)], pairs.Single(one => one.Kind == StructureKind.VerticalCredit).Legs.Select(leg => leg.Symbol));
    }

    [Fact]
    public void WhenRootIsAdjusted_ItPairsWithinItself()
    {
        Assert.Equal("1 LongOption, 1 NakedCall", New(Call(100, root: "AAPL1").Held(-1), Call(105, root: "AAPL").Held(1)));
        Assert.Equal("1 VerticalCredit", New(Call(100, root: "AAPL1").Held(-1), Call(105, root: "AAPL1").Held(1)));
        Assert.Equal("1 NakedCall, 100 Stock", New(Call(100, root: "AAPL1").Held(-1), "AAPL".Held(100)));
    }

    [Fact]
    public void WhenMultipliersDiffer_LegsAreNotPaired()
    {
        BrokerPosition[] held = [Put(100).Held(-1), Put(95).Held(1)];
        var result = StructureMatcher.Match(held, [], new Dictionary<string, int> { [Put(100)] = 100, [Put(95)] = 10 });

        Assert.Equal("1 CashSecuredPut, 1 LongOption", result.New.Words());
    }

    [Fact]
    public void WhenMultiplierIsTen_TenSharesCover()
    {
        BrokerPosition[] held = [Call(110).Held(-2), "SPY".Held(25)];
        var result = StructureMatcher.Match(held, [], new Dictionary<string, int> { [Call(110)] = 10 });

        Assert.Equal("2 CoveredCall, 5 Stock", result.New.Words());
        Assert.Equal((10, 10), (result.New[0].Multiplier, result.New[0].Legs[1].Ratio));
    }

    [Fact]
    public void WhenMultiplierIsUnknown_TheHoldingIsUnreadAndPairsWithNothing()
    {
        BrokerPosition[] held = [Put(100).Held(-1), Put(95).Held(1)];
        var result = StructureMatcher.Match(held, [], new Dictionary<string, int> { [Put(100)] = 100 });

        Assert.Equal("1 CashSecuredPut", result.New.Words());
        Assert.Equal(Put(95), Assert.Single(result.Unread).Symbol);
    }

    [Fact]
    public void WhenStructuresAreNew_TheirEntryIsTheBrokersAverage() =>
        Assert.Equal(-1.2m, Match([Put(100).Held(-2, 1.75m), Put(95).Held(2, 0.55m)]).New.Single().EntryValue);
}
