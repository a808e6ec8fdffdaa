using ExitDesk.Domain.Plans;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Engine.Plans;

/// <summary>What of a position its plan depends on.</summary>
internal static class PlanSubjects
{
    public static PlanSubject Of(Position position) => new(
        position.Kind,
        position.Structure.IsCredit,
        position.Id,
        position.Underlying,
        [.. position.Legs.Select(static leg => leg.Symbol)],
        position.Strategy);

    /// <summary>Of a structure that is no position yet.</summary>
    public static PlanSubject Of(Structure structure) => new(
        structure.Kind,
        structure.IsCredit,
        "",
        structure.Underlying,
        [.. structure.Legs.Select(static leg => leg.Symbol)],
        null);

    /// <summary>True if a plan merged for the subject is that of the position too. Allocates nothing: each sweep asks for each position.</summary>
    public static bool Matches(PlanSubject subject, Position position)
    {
        var legs = position.Legs;
        if (subject.Kind != position.Kind || subject.IsCredit != position.Structure.IsCredit
            || subject.Strategy != position.Strategy || subject.Symbols.Count != legs.Count)
        {
            return false;
        }

        for (var i = 0; i < legs.Count; i++)
        {
            if (subject.Symbols[i] != legs[i].Symbol)
            {
                return false;
            }
        }

        return true;
    }
}
