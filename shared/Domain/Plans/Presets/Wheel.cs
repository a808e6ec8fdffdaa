using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Plans.Presets;

/// <summary>Cash-secured puts and covered calls, where assignment is a part of the plan.</summary>
public static class Wheel
{
    private static readonly IReadOnlyList<StructureKind> _puts = [StructureKind.CashSecuredPut];
    private static readonly IReadOnlyList<StructureKind> _kinds = [StructureKind.CashSecuredPut, StructureKind.CoveredCall];

    public static ExitPreset Preset { get; } = new(
        "wheel",
        "Cash-secured puts and covered calls whose owner is content to take or to deliver the shares: profits are taken, assignment is asked about, covered calls have no stop.",
        [
            new([StructureKind.CoveredCall], "stopLoss.enabled", "false", "A covered call loses while its shares gain: buying it back at twice the credit would realize the loss and leave the gain open."),
            new(_puts, "stopLoss.creditMultiple", "3", "The put would be taken for shares; only a fall far beyond the plan is stopped."),
            new(_puts, "stopLoss.approval", "ask", "Whether to take the shares or the loss is the owner's choice."),
            new(_kinds, "takeProfit.target", "0.5", "Half of the credit early frees the cash for the next one."),
            new(_kinds, "assignmentRisk.approval", "ask", "Assignment is a part of the plan: nothing closes by itself because of it."),
            new(_kinds, "exerciseRisk.approval", "ask", "On the last day too the owner says whether shares may change hands."),
        ]);
}
