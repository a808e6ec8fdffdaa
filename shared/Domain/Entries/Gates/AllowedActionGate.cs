using ExitDesk.Domain.Entries.Recommendations;

namespace ExitDesk.Domain.Entries.Gates;

/// <summary>Lets pass what the settings allow to be opened. It is asked of openings alone: no exit comes near it.</summary>
public static class AllowedActionGate
{
    public const string Name = "allowed actions";

    public static GateFinding Evaluate(Recommendation recommendation, EntryFacts facts, EntrySettings settings)
    {
        var evidence = settings.AllowedActions.Count == 0 ? "none is allowed" : $"allowed: {string.Join(", ", settings.AllowedActions.Select(action => action.Word()))}";
        return settings.AllowedActions.Contains(recommendation.Action)
            ? GateFinding.Passed(Name, $"{recommendation.Action.Word()} is allowed", evidence)
            : GateFinding.Refused(Name, $"{recommendation.Action.Word()} is not among the allowed actions", evidence);
    }
}
