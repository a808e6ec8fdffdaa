using ExitDesk.Domain.Entries.Recommendations;

namespace ExitDesk.Domain.Entries.Gates;

/// <summary>Holds only so many positions in one underlying.</summary>
public static class SymbolGate
{
    public const string Name = "positions per symbol";

    public static GateFinding Evaluate(Recommendation recommendation, EntryFacts facts, EntrySettings settings) => EntryCount.Judge(
        Name,
        $"position in {recommendation.Underlying}",
        recommendation,
        facts,
        settings.MaximumPerSymbol,
        position => position.Underlying == recommendation.Underlying,
        entry => entry.Recommendation.Underlying == recommendation.Underlying);
}
