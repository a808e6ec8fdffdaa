using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Exits;

/// <summary>What guards a structure where nothing else is said.</summary>
public static class ExitPlanDefaults
{
    private static readonly ExitPlan _credit = new() { ExpirationRisk = new ExpirationRiskPlan { Enabled = false } };

    /// <summary>The built-in plan of a kind of structure.</summary>
    public static ExitPlan For(StructureKind kind) => kind switch
    {
        StructureKind.Stock or StructureKind.Custom => ExitPlan.Off,
        StructureKind.LongOption or StructureKind.VerticalDebit or StructureKind.CalendarSpread or StructureKind.Straddle or StructureKind.Strangle => ExitPlan.Default,
        StructureKind.CashSecuredPut or StructureKind.CoveredCall or StructureKind.NakedCall or StructureKind.VerticalCredit or StructureKind.IronCondor => _credit,
    };
}
