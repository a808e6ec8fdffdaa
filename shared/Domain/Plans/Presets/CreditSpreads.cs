using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Plans.Presets;

/// <summary>Credit verticals and iron condors, sold some 30 to 60 days out.</summary>
public static class CreditSpreads
{
    private static readonly IReadOnlyList<StructureKind> _kinds = [StructureKind.VerticalCredit, StructureKind.IronCondor];

    public static ExitPreset Preset { get; } = new(
        "credit-spreads",
        "Credit verticals and iron condors sold 30 to 60 days out: half of the credit, twice the credit, three weeks, whichever comes first, each without asking.",
        [
            new(_kinds, "stopLoss.creditMultiple", "2", "Twice the credit lost is what four winners at half the credit make good."),
            new(_kinds, "stopLoss.maximumLossShare", "0.5", "A credit wide against its wing would reach half of the most it can lose long before twice the credit."),
            new(_kinds, "takeProfit.target", "0.5", "The second half of the credit takes most of the time and all of the gamma."),
            new(_kinds, "daysToExpiration.days", "21", "From three weeks on a spread's gamma outgrows its decay."),
            new(_kinds, "daysToExpiration.approval", "act", "Spreads are closed on schedule: a question that waits is a spread that stays."),
            new(_kinds, "assignmentRisk.approval", "act", "An assigned short leg leaves the long one alone over night."),
        ]);
}
