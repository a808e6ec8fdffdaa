using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;

namespace ExitDesk.Engine.Plans;

/// <summary>Which plan guards which position: the defaults, changed by underlying, changed by symbol.</summary>
/// <param name="defaults">For options without a plan of their own.</param>
/// <param name="bySymbol">By underlying or by OCC symbol; the latter wins.</param>
public sealed class ExitPlanBook(ExitPlan defaults, IReadOnlyDictionary<string, ExitPlan> bySymbol)
{
    public static ExitPlanBook Default { get; } = new(ExitPlan.Default, new Dictionary<string, ExitPlan>());

    /// <summary>The plan of a position. Stock has all rules off: a plan under its symbol is that of its options.</summary>
    public ExitPlan PlanFor(Position position) => !position.IsOption
        ? ExitPlan.Off
        : bySymbol.GetValueOrDefault(position.MainLeg.Symbol) ?? bySymbol.GetValueOrDefault(position.Underlying) ?? defaults;
}
