using System.Collections.Frozen;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Plans;

/// <summary>What becomes of positions that the desk did not open: by symbol, else by structure, else for the account.</summary>
public sealed record ManagementRules
{
    public static ManagementRules None { get; } = new();

    /// <summary>For the account; null leaves it to the setting.</summary>
    public ManagementChoice? Default { get; init; }

    /// <summary>By OCC symbol or underlying; the former wins.</summary>
    public IReadOnlyDictionary<string, ManagementChoice> Symbols { get; init; } = FrozenDictionary<string, ManagementChoice>.Empty;

    public IReadOnlyDictionary<StructureKind, ManagementChoice> Structures { get; init; } = FrozenDictionary<StructureKind, ManagementChoice>.Empty;

    /// <summary>What holds for a position; null leaves it to the setting.</summary>
    public ManagementChoice? For(PlanSubject subject)
    {
        foreach (var symbol in subject.Symbols.Append(subject.Underlying))
        {
            if (Symbols.TryGetValue(symbol, out var bySymbol))
            {
                return bySymbol;
            }
        }

        return Structures.TryGetValue(subject.Kind, out var byStructure) ? byStructure : Default;
    }

    /// <summary>These rules, and where they say nothing those below.</summary>
    public ManagementRules Over(ManagementRules below) => new()
    {
        Default = Default ?? below.Default,
        Symbols = Merged(Symbols, below.Symbols),
        Structures = Merged(Structures, below.Structures),
    };

    private static FrozenDictionary<TKey, ManagementChoice> Merged<TKey>(
        IReadOnlyDictionary<TKey, ManagementChoice> above, IReadOnlyDictionary<TKey, ManagementChoice> below)
        where TKey : notnull =>
        below.Where(entry => !above.ContainsKey(entry.Key)).Concat(above).ToFrozenDictionary();
}
