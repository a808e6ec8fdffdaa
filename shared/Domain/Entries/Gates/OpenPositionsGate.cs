using ExitDesk.Domain.Entries.Recommendations;

namespace ExitDesk.Domain.Entries.Gates;

/// <summary>Holds only so many positions in all.</summary>
public static class OpenPositionsGate
{
    public const string Name = "open positions";

    public static GateFinding Evaluate(Recommendation recommendation, EntryFacts facts, EntrySettings settings) =>
        EntryCount.Judge(Name, "position", recommendation, facts, settings.MaximumOpenPositions, static _ => true, static _ => true);
}
