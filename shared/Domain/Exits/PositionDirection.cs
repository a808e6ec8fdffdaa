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
            or StructureKind.CoveredCall or StructureKind.NakedCall => OfLeg(structure.ClosingLegs[0]),
        StructureKind.VerticalCredit or StructureKind.VerticalDebit => OfVertical(structure),
        StructureKind.IronCondor or StructureKind.Straddle or StructureKind.Strangle
            or StructureKind.CalendarSpread or StructureKind.Custom => 0,
    };

    private static int OfLeg(PositionLeg leg) => Math.Sign(leg.Ratio) * (leg.Contract?.Right == OptionRight.Put ? -1 : 1);

    // The long strike below the short one gains by a rise, whether of calls or of puts.
    private static int OfVertical(Structure structure)
    {
        var bought = structure.ClosingLegs.First(static leg => leg.IsLong).Contract!;
        var sold = structure.ClosingLegs.First(static leg => !leg.IsLong).Contract!;
        return bought.Strike < sold.Strike ? 1 : -1;
    }
}
