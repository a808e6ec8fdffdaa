using System.Globalization;
using ExitDesk.Domain.Exits;

namespace ExitDesk.Domain.Plans;

/// <summary>Finds what in a whole plan cannot hold together, though each value is within its own bounds.</summary>
public static class PlanContradictions
{
    /// <summary>All contradictions of a merged plan.</summary>
    /// <param name="plan">With every value filled in.</param>
    /// <param name="isCredit">True for structures opened for a credit.</param>
    public static IReadOnlyList<PlanContradiction> Of(ExitPlan plan, bool isCredit)
    {
        var found = new List<PlanContradiction>();
        var (profit, trail, move) = (plan.TakeProfit, plan.TrailingStop, plan.UnderlyingMove);
        if (isCredit && profit.Target >= 1)
        {
            found.Add(new PlanContradiction(
                ExitPlanFields.Target, $"{Text(profit.Target)} is beyond the maximum profit: a credit structure can keep less than 1 of its credit"));
        }

        if (trail.GiveBack > trail.Arm)
        {
            found.Add(new PlanContradiction(
                "trailingStop.giveBack",
                $"a give-back of {Text(trail.GiveBack)} is above arm {Text(trail.Arm)}: it would let a gain turn into a loss before it fires",
                ExitPlanFields.Arm));
        }

        if (isCredit && trail.Enabled && trail.Arm >= 1)
        {
            found.Add(new PlanContradiction(
                ExitPlanFields.Arm, $"{Text(trail.Arm)} is beyond the maximum profit of a credit structure: it would never arm", "trailingStop.enabled"));
        }

        if (trail.Enabled && profit is { Enabled: true, Approval: Approval.Act } && trail.Arm >= profit.Target)
        {
            found.Add(new PlanContradiction(
                ExitPlanFields.Arm,
                $"take profit closes at {Text(profit.Target)} before the trailing stop arms at {Text(trail.Arm)}",
                "trailingStop.enabled", ExitPlanFields.Target, "takeProfit.enabled", "takeProfit.approval"));
        }

        if (move is { Enabled: true, Against: null, For: null })
        {
            found.Add(new PlanContradiction(
                "underlyingMove.enabled", "the rule is on but has no limit: give against or for", "underlyingMove.against", "underlyingMove.for"));
        }

        return found;
    }

    private static string Text(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
