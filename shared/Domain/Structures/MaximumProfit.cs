using ExitDesk.Domain.Contracts;

namespace ExitDesk.Domain.Structures;

/// <summary>The most that a structure can gain, where its legs alone say it.</summary>
/// <remarks>A credit can keep what it received. A debit vertical is never worth more than the distance of its strikes, a put never more
/// than its strike. Calls have no limit; what a calendar or a custom structure can be worth, no strike says.</remarks>
public static class MaximumProfit
{
    /// <summary>USD per share; 0 or less if more was paid than it can ever be worth. Null without a limit, or if it is not known.</summary>
    public static decimal? Of(Structure structure) => structure.Kind switch
    {
        StructureKind.CashSecuredPut or StructureKind.CoveredCall or StructureKind.NakedCall or StructureKind.VerticalCredit
            or StructureKind.IronCondor => structure.IsCredit ? -structure.EntryValue : null,
        StructureKind.Straddle or StructureKind.Strangle => structure.IsCredit ? -structure.EntryValue : null,
        StructureKind.LongOption => structure.ClosingLegs[0].Contract is { Right: OptionRight.Put, IsAdjusted: false } put
            ? (put.Strike * structure.ClosingLegs[0].Ratio) - structure.EntryValue
            : null,
        StructureKind.VerticalDebit => structure.ClosingLegs is [{ Ratio: 1 or -1, Contract.IsAdjusted: false }, { Contract.IsAdjusted: false }]
            ? structure.Width - structure.EntryValue
            : null,
        StructureKind.CalendarSpread or StructureKind.Stock or StructureKind.Custom => null,
    };

    /// <summary>The same as a fraction of the entry; null also where nothing was paid or received.</summary>
    public static decimal? FractionOf(Structure structure) => structure.EntryValue == 0 ? null : Of(structure) / Math.Abs(structure.EntryValue);

    /// <summary>True if no market pays a gain. A debit can gain its maximum; a credit keeps less, because closing costs something.</summary>
    /// <param name="structure">What is held.</param>
    /// <param name="gain">Fraction of the entry, above 0.</param>
    public static bool IsBelow(Structure structure, decimal gain) =>
        FractionOf(structure) is { } most && (structure.IsCredit ? gain >= most : gain > most);
}
