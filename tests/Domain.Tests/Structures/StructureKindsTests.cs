using ExitDesk.Domain.Structures;
using Xunit;
using static ExitDesk.Domain.Tests.Structures.Legs;

namespace ExitDesk.Domain.Tests.Structures;

public sealed class StructureKindsTests
{
    public static TheoryData<StructureKind, PositionLeg[]> Kinds => new()
    {
        { StructureKind.LongOption, [Call(100).Leg(1)] },
        { StructureKind.LongOption, [Put(100).Leg(1)] },
        { StructureKind.CashSecuredPut, [Put(100).Leg(-1)] },
        { StructureKind.NakedCall, [Call(100).Leg(-1)] },
        { StructureKind.Stock, ["SPY".Leg(-1)] },
        { StructureKind.CoveredCall, [Call(100).Leg(-1), "SPY".Leg(100)] },
        { StructureKind.CoveredCall, [Call(100).Leg(-1, multiplier: 10), "SPY".Leg(10)] },
        { StructureKind.Custom, [Call(100).Leg(-1), "SPY".Leg(99)] },
        { StructureKind.Custom, [Call(100).Leg(-1), "QQQ".Leg(100)] },
        { StructureKind.Custom, [Call(100).Leg(1), "SPY".Leg(100)] },
        { StructureKind.Custom, [Call(100, root: "SPY1").Leg(-1), "SPY".Leg(100)] },
        { StructureKind.VerticalCredit, [Put(100).Leg(-1), Put(95).Leg(1)] },
        { StructureKind.VerticalCredit, [Call(100).Leg(-1), Call(105).Leg(1)] },
        { StructureKind.VerticalDebit, [Put(100).Leg(1), Put(95).Leg(-1)] },
        { StructureKind.VerticalDebit, [Call(100).Leg(1), Call(105).Leg(-1)] },
        { StructureKind.Custom, [Put(100).Leg(-1), Put(95).Leg(1, multiplier: 10)] },
        { StructureKind.Custom, [Put(100).Leg(-1), Put(95, root: "SPY1").Leg(1)] },
        { StructureKind.Custom, [Put(100).Leg(-2), Put(95).Leg(1)] },
        { StructureKind.Custom, [Put(100).Leg(-1), Call(105).Leg(1)] },
        { StructureKind.Straddle, [Put(100).Leg(1), Call(100).Leg(1)] },
        { StructureKind.Straddle, [Put(100).Leg(-1), Call(100).Leg(-1)] },
        { StructureKind.Strangle, [Put(95).Leg(-1), Call(105).Leg(-1)] },
        { StructureKind.Custom, [Put(95).Leg(-1), Call(105, Far).Leg(-1)] },
        { StructureKind.CalendarSpread, [Call(100).Leg(-1), Call(100, Far).Leg(1)] },
        { StructureKind.CalendarSpread, [Call(105).Leg(-1), Call(90, Far).Leg(1)] },
        { StructureKind.Custom, [Call(100).Leg(1), Call(100, Far).Leg(-1)] },
        { StructureKind.IronCondor, [Put(90).Leg(1), Put(95).Leg(-1), Call(105).Leg(-1), Call(110).Leg(1)] },
        { StructureKind.IronCondor, [Put(90).Leg(1), Put(100).Leg(-1), Call(100).Leg(-1), Call(110).Leg(1)] },
        { StructureKind.Custom, [Put(90).Leg(-1), Put(95).Leg(1), Call(105).Leg(1), Call(110).Leg(-1)] },
        { StructureKind.Custom, [Put(96).Leg(1), Put(101).Leg(-1), Call(100).Leg(-1), Call(110).Leg(1)] },
        { StructureKind.Custom, [Put(90).Leg(1), Put(95).Leg(-1), Call(105, Far).Leg(-1), Call(110, Far).Leg(1)] },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void WhenLegsAreGiven_TheirKindIsNamed(StructureKind expected, PositionLeg[] legs)
    {
        Assert.Equal(expected, StructureKinds.Of(legs));
        Assert.Equal(expected, StructureKinds.Of([.. legs.Reverse()]));
    }
}
