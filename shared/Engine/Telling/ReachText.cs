using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Plans;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Engine.Telling;

/// <summary>Says of a gain that a plan waits for whether the position can bring it at all.</summary>
internal static class ReachText
{
    /// <summary>For instance <c>cannot be reached: maximum profit is +38.2 % (+$382.00)</c>; null if it can be, or nobody knows.</summary>
    /// <param name="position">What is held.</param>
    /// <param name="gain">Fraction of the entry, above 0.</param>
    public static string? Of(Position position, decimal gain) => MaximumProfit.IsBelow(position.Structure, gain)
        ? $"cannot be reached: maximum profit is {Figures.Percent(MaximumProfit.FractionOf(position.Structure))} "
            + $"({Figures.Signed(MaximumProfit.Of(position.Structure)!.Value * position.Quantity * position.Multiplier)})"
        : null;

    /// <summary>Of each rule of a plan that is on and waits for such a gain: the path of that gain, and the words.</summary>
    public static IEnumerable<(string Path, string Text)> Of(Position position, ExitPlan plan) =>
        from waits in ((string Path, bool Enabled, decimal Gain)[])
        [
            (ExitPlanFields.Target, plan.TakeProfit.Enabled, plan.TakeProfit.Target),
            (ExitPlanFields.Arm, plan.TrailingStop.Enabled, plan.TrailingStop.Arm),
        ]
        where waits.Enabled
        let text = Of(position, waits.Gain)
        where text is not null
        select (waits.Path, text);

    /// <summary>Of each such gain that documents set for this very position: wider sections cannot know what it can bring.</summary>
    public static IEnumerable<string> SetFor(Position position, IReadOnlyList<PlanDocument> documents)
    {
        var place = new PlanPlace(PlanScope.Position, position.Id);
        foreach (var path in (string[])[ExitPlanFields.Target, ExitPlanFields.Arm])
        {
            var set = documents.Select(document => document.Sections.GetValueOrDefault(place)?.Values.GetValueOrDefault(path)).LastOrDefault(static value => value is not null);
            if (set is decimal gain && Of(position, gain) is { } unreachable)
            {
                yield return $"{path} {ExitPlanFields.ByPath[path].Shape.Write(gain)} {unreachable}";
            }
        }
    }
}
