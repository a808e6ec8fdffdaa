using ExitDesk.Domain.Structures;
using Xunit;
using static ExitDesk.Domain.Tests.Structures.Legs;

namespace ExitDesk.Domain.Tests.Structures;

/// <summary>What the ledger knows keeps its id.</summary>
public sealed class KnownStructuresTests
{
    private static readonly PositionLeg[] Vertical = [Put(95).Leg(1), Put(100).Leg(-1, 2m)];

    [Fact]
    public void WhenNothingChanged_TheKnownIsTheSame()
    {
        var known = External("a", 3, Vertical);
        var result = Match([Put(100).Held(-3, 2m), Put(95).Held(3)], known);

        Assert.Same(known.Structure, Assert.Single(result.Kept).Structure);
        Assert.Empty(result.New);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(2)]
    public void WhenAllLegsChangeAlike_TheUnitsFollow(int units)
    {
        var result = Match([Put(100).Held(-units, 2.5m), Put(95).Held(units)], External("a", 3, Vertical));

        var kept = Assert.Single(result.Kept);
        Assert.Equal(("a", units, -1.5m), (kept.Known.PositionId, kept.Structure.Units, kept.Structure.EntryValue));
        Assert.Empty(result.New);
        Assert.Empty(result.Orphaned);
    }

    [Fact]
    public void WhenEntryIsOurs_ItsEntryPricesStayAndItDoesNotGrow()
    {
        var result = Match([Put(100).Held(-5, 9m), Put(95).Held(5, 9m)], Ours("a", 3, Vertical));

        Assert.Equal((3m, -1m), (result.Kept.Single().Structure.Units, result.Kept.Single().Structure.EntryValue));
        Assert.Equal("2 VerticalCredit", result.New.Words());
    }

    [Fact]
    public void WhenEntryIsOurs_ItKeepsItsStructureBesideNewLegs()
    {
        var result = Match([Put(95).Held(1), Call(105).Held(1), Put(100).Held(-1)], Ours("a", 1, Put(95).Leg(1), Call(105).Leg(1)));

        Assert.Equal((StructureKind.Strangle, 1m), (result.Kept.Single().Structure.Kind, result.Kept.Single().Structure.Units));
        Assert.Equal("1 CashSecuredPut", result.New.Words());
    }

    [Fact]
    public void WhenExternalSingleFindsAPartner_ItIsAbsorbed()
    {
        var result = Match([Put(95).Held(3), Put(100).Held(-3)], External("a", 3, Put(95).Leg(1)));

        Assert.Equal("3 VerticalCredit", result.New.Words());
        Assert.Equal(("a", 3m), (result.Gone.Single().Known.PositionId, result.Gone.Single().Absorbed));
    }

    [Fact]
    public void WhenSomeSharesCoverACall_TheOthersKeepTheirId()
    {
        var result = Match(["SPY".Held(250), Call(110).Held(-2)], External("a", 260, "SPY".Leg(1)));

        var kept = Assert.Single(result.Kept);
        Assert.Equal((50m, 200m), (kept.Structure.Units, kept.Absorbed));
        Assert.Equal("2 CoveredCall", result.New.Words());
    }

    [Fact]
    public void WhenSingleIsPinned_ItIsNotAbsorbed()
    {
        var result = Match([Put(95).Held(3), Put(100).Held(-3)], External("a", 3, Put(95).Leg(1)) with { IsPinned = true });

        Assert.Equal(3m, result.Kept.Single().Structure.Units);
        Assert.Equal("3 CashSecuredPut", result.New.Words());
    }

    [Fact]
    public void WhenLegIsLostWhole_TheRestIsAnOrphan()
    {
        var orphan = Assert.Single(Match([Put(100).Held(-3)], Ours("a", 3, Vertical)).Orphaned);

        Assert.Null(orphan.Complete);
        Assert.Equal("3 CashSecuredPut", orphan.Rest.Words());
        Assert.Equal(-2m, orphan.Rest.Single().EntryValue);
        Assert.Equal(new LegQuantity(Put(95), 3), Assert.Single(orphan.Lost));
    }

    [Fact]
    public void WhenLegIsLostInPart_WhatIsCompleteStaysWhole()
    {
        var result = Match([Put(100).Held(-3), Put(95).Held(1)], External("a", 3, Vertical));

        var orphan = Assert.Single(result.Orphaned);
        Assert.Equal(1m, orphan.Complete!.Units);
        Assert.Equal("2 CashSecuredPut", orphan.Rest.Words());
        Assert.Equal(new LegQuantity(Put(95), 2), Assert.Single(orphan.Lost));
        Assert.Empty(result.Kept);
    }

    [Fact]
    public void WhenShortLegIsLost_WhatIsLostIsNegative() =>
        Assert.Equal(new LegQuantity(Put(100), -3), Match([Put(95).Held(3)], External("a", 3, Vertical)).Orphaned.Single().Lost.Single());

    [Fact]
    public void WhenCondorLosesAWing_TheRestIsMatchedAmongItself()
    {
        PositionLeg[] condor = [Put(90).Leg(1), Put(95).Leg(-1), Call(105).Leg(-1), Call(110).Leg(1)];
        var result = Match([Put(95).Held(-2), Call(105).Held(-2), Call(110).Held(2), Put(85).Held(2)], External("a", 2, condor));

        Assert.Equal("2 CashSecuredPut, 2 VerticalCredit", result.Orphaned.Single().Rest.Words());
        Assert.Equal("2 LongOption", result.New.Words());
    }

    [Fact]
    public void WhenOrphanIsToPairAgain_ItFindsTheNewWing()
    {
        var result = Match([Put(100).Held(-3), Put(90).Held(3)], External("rest", 3, Put(100).Leg(-1)));

        Assert.Equal("3 VerticalCredit", result.New.Words());
    }

    [Fact]
    public void WhenCoveredCallLosesItsCall_ItEndsAndTheSharesStay()
    {
        var result = Match(["SPY".Held(200)], External("a", 2, Call(110).Leg(-1), "SPY".Leg(100)));

        Assert.Equal(0m, result.Gone.Single().Absorbed);
        Assert.Equal("200 Stock", result.New.Words());
        Assert.Empty(result.Orphaned);
    }

    [Fact]
    public void WhenCoveredCallLosesShares_ItsCallIsAnOrphan()
    {
        var result = Match(["SPY".Held(150), Call(110).Held(-2)], External("a", 2, Call(110).Leg(-1), "SPY".Leg(100)));

        var orphan = Assert.Single(result.Orphaned);
        Assert.Equal((1m, "1 NakedCall"), (orphan.Complete!.Units, orphan.Rest.Words()));
        Assert.Equal(new LegQuantity("SPY", 50), Assert.Single(orphan.Lost));
        Assert.Equal("50 Stock", result.New.Words());
    }

    [Fact]
    public void WhenContractIsShared_CompleteStructuresComeFirst()
    {
        var result = Match([Put(100).Held(-4), Put(95).Held(3)], Ours("a", 2, Put(100).Leg(-1)), Ours("b", 3, Vertical));

        Assert.Equal(["a 1", "b 3"], result.Kept.Select(kept => $"{kept.Known.PositionId} {kept.Structure.Units:0}"));
    }

    [Fact]
    public void WhenLegsAreSharedByTwoEntries_TheLaterIdGivesWay()
    {
        var result = Match([Put(100).Held(-4), Put(95).Held(4)], Ours("b", 3, Vertical), Ours("a", 3, Vertical));

        Assert.Equal(["a 3", "b 1"], result.Kept.Select(kept => $"{kept.Known.PositionId} {kept.Structure.Units:0}"));
        Assert.Empty(result.Orphaned);
    }

    [Fact]
    public void WhenSideFlips_TheKnownIsGoneAndTheOtherIsNew()
    {
        var result = Match([Call(100).Held(-2)], External("a", 2, Call(100).Leg(1)));

        Assert.Equal(0m, result.Gone.Single().Absorbed);
        Assert.Equal("2 NakedCall", result.New.Words());
    }

    [Fact]
    public void WhenASplitRenamesTheLegs_TheyAreMatchedAnew()
    {
        var result = Match([Put(50, root: "SPY1").Held(-3), Put(47.5m, root: "SPY1").Held(3)], External("a", 3, Vertical));

        Assert.Equal("a", result.Gone.Single().Known.PositionId);
        Assert.Equal("3 VerticalCredit", result.New.Words());
    }

    [Fact]
    public void WhenContractCannotBeRead_TheKnownMultiplierHolds()
    {
        var known = External("a", 3, Put(100, root: "SPY1").Leg(-1, multiplier: 150));
        var result = StructureMatcher.Match([Put(100, root: "SPY1").Held(-3)], [known], new Dictionary<string, int>());

        Assert.Equal(150, result.Kept.Single().Structure.Multiplier);
        Assert.Empty(result.Unread);
    }
}
