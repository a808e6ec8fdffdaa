using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Exits;

/// <summary>The rules that guard a structure where nothing else is said.</summary>
public static class ExitPlanDefaults
{
    private static readonly ExitPlan DebitWithShortLegs = ExitPlan.Default with { AssignmentRisk = new AssignmentRiskPlan() };

    private static readonly ExitPlan Credit = new() { ExpirationRisk = new ExpirationRiskPlan { Enabled = false } };

    /// <summary>By kind, and by what was paid or received where the kind alone does not tell.</summary>
    public static ExitPlan For(Structure structure) => For(structure.Kind, structure.IsCredit);

    /// <summary>By kind. One that may be bought or sold (straddle, strangle, calendar) is taken for bought.</summary>
    public static ExitPlan For(StructureKind kind) => For(kind, isCredit: false);

    /// <summary>By kind.</summary>
    /// <param name="kind">What is held.</param>
    /// <param name="isCredit">True if it was sold; counts only for straddles, strangles and calendars.</param>
    public static ExitPlan For(StructureKind kind, bool isCredit) => kind switch
    {
        StructureKind.LongOption => ExitPlan.Default,
        StructureKind.VerticalDebit => DebitWithShortLegs,
        StructureKind.CashSecuredPut or StructureKind.CoveredCall or StructureKind.NakedCall
            or StructureKind.VerticalCredit or StructureKind.IronCondor => Credit,
        StructureKind.Straddle or StructureKind.Strangle => isCredit ? Credit : ExitPlan.Default,
        StructureKind.CalendarSpread => isCredit ? Credit : DebitWithShortLegs,
        StructureKind.Stock or StructureKind.Custom => ExitPlan.Off,
    };
}
