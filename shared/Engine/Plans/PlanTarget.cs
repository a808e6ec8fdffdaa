using ExitDesk.Domain.Plans;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Engine.Plans;

/// <summary>What a command of the owner speaks of.</summary>
/// <param name="JsonPath">The section in the plan, from the root.</param>
/// <param name="Place">The section of rules; null for what is no position's: account, expiry, management.</param>
public sealed record PlanTarget(IReadOnlyList<string> JsonPath, PlanPlace? Place)
{
    private static readonly string[] _words = ["defaults", "structure", "strategy", "symbol", "position", "account", "expiry", "management"];

    /// <summary>In words.</summary>
    public string Title => Place?.ToString() ?? JsonPath[0];

    /// <summary>Reads the target at the beginning of a command.</summary>
    /// <param name="words">After <c>set</c> or <c>reset</c>.</param>
    /// <param name="positions">Ids of live positions.</param>
    /// <param name="used">How many words it took.</param>
    /// <param name="problem">What is wrong; empty if it was read.</param>
    public static PlanTarget? Read(IReadOnlyList<string> words, IReadOnlyCollection<string> positions, out int used, out string problem)
    {
        (used, problem) = (1, "");
        if (words.Count == 0)
        {
            problem = "name a symbol, or defaults, structure NAME, strategy NAME, position ID, account, expiry or management";
            return null;
        }

        var word = words[0].ToLowerInvariant();
        switch (word)
        {
            case "defaults":
                return new PlanTarget(["defaults"], PlanPlace.Defaults);
            case "account" or "expiry" or "management":
                return new PlanTarget([word], null);
            case "structure" or "strategy" or "symbol" or "position" when words.Count < 2:
                problem = $"name the {word}";
                return null;
            case "structure" or "strategy" or "symbol" or "position":
                used = 2;
                return Named(word, words[1], positions, out problem);
        }

        if (positions.FirstOrDefault(id => id.Equals(words[0], StringComparison.OrdinalIgnoreCase)) is { } position)
        {
            return Named("position", position, positions, out problem);
        }

        if (words[0].Any(char.IsAsciiLetterLower) && Nearest.To(words[0], _words) is { } meant)
        {
            problem = $"{words[0]} is not known; did you mean {meant}?";
            return null;
        }

        return Named("symbol", words[0], positions, out problem);
    }

    private static PlanTarget? Named(string kind, string name, IReadOnlyCollection<string> positions, out string problem)
    {
        problem = "";
        switch (kind)
        {
            case "structure":
                var kinds = PlanSubject.Guarded.Select(static known => known.ToString()).ToList();
                if (kinds.FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } structure)
                {
                    return new PlanTarget(["structures", structure], new PlanPlace(PlanScope.Structure, structure));
                }

                problem = name.Equals(nameof(StructureKind.Stock), StringComparison.OrdinalIgnoreCase)
                    ? "Stock has all rules off: nothing can be set for it"
                    : $"unknown structure {name}; {Nearest.Hint(name, kinds)}";
                return null;
            case "strategy":
                return new PlanTarget(["strategies", name], new PlanPlace(PlanScope.Strategy, name));
            case "position":
                if (positions.FirstOrDefault(id => id.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } position)
                {
                    return new PlanTarget(["positions", position], new PlanPlace(PlanScope.Position, position));
                }

                problem = $"no open position has the id {name}{(Nearest.To(name, positions) is { } near ? $"; did you mean {near}?" : "; /status lists them")}";
                return null;
            default:
                var symbol = name.ToUpperInvariant();
                return new PlanTarget(["symbols", symbol], PlanDocumentReader.PlaceOf(symbol));
        }
    }
}
