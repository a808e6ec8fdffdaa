using ExitDesk.Domain.Entries.Recommendations;

namespace ExitDesk.Domain.Entries.Gates;

/// <summary>Holds only so many positions of one strategy; those without a name are one.</summary>
public static class StrategyGate
{
    public const string Name = "positions per strategy";

    public static GateFinding Evaluate(Recommendation recommendation, EntryFacts facts, EntrySettings settings) => EntryCount.Judge(
        Name,
        recommendation.Strategy is { } strategy ? $"position of {strategy}" : "position without a strategy",
        recommendation,
        facts,
        settings.MaximumPerStrategy,
        position => position.Strategy == recommendation.Strategy,
        entry => entry.Recommendation.Strategy == recommendation.Strategy);
}
