using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Exits;

/// <summary>Which way of the underlying a structure gains by, from its legs alone.</summary>
public static class PositionDirection
{
    /// <summary>1 if it gains when the stock rises, −1 if it gains when it falls, 0 if it wants it to stay, or to move either way.</summary>
    public static int Of(Structure structure) => structure.Kind switch
    {
        StructureKind.Stock or StructureKind.LongOption or StructureKind.CashSecuredPut
            or StructureKind.CoveredCall or StructureKind.NakedCall => OfLeg(structure.TradedLegs[0]),
        StructureKind.VerticalCredit or StructureKind.VerticalDebit => OfVertical(structure),
        StructureKind.IronCondor or StructureKind.Straddle or StructureKind.Strangle
            or StructureKind.CalendarSpread or StructureKind.Custom => 0,
    };

    private static int OfLeg(in TradedLeg leg) => (leg.IsLong ? 1 : -1) * (leg is { IsOption: true, Right: OptionRight.Put } ? -1 : 1);

    // The long strike below the short one gains by a rise, whether of calls or of puts.
    private static int OfVertical(Structure structure)
    {
        var (bought, sold) = structure.TradedLegs is [{ IsLong: true } first, var second] ? (first, second) : (structure.TradedLegs[1], structure.TradedLegs[0]);
        return bought.Strike < sold.Strike ? 1 : -1;
    }
}
