using System.Text.RegularExpressions;
using ExitDesk.Simulator.Faults;

namespace ExitDesk.Simulator.CommandLine;

/// <summary>Faults by their names on the command line: kebab case.</summary>
public static partial class FaultNames
{
    public const string All = "all";

    public static string Of(Fault fault) => Boundary().Replace(fault.ToString(), "-").ToLowerInvariant();

    /// <summary>Each name with its words, a line each.</summary>
    public static IEnumerable<string> Lines => Enum.GetValues<Fault>().Select(fault => $"{Of(fault),-28} {FaultWords.Of(fault)}");

    /// <summary>Reads a comma-separated list.</summary>
    /// <param name="text">Names, or <c>all</c>.</param>
    /// <param name="unknown">Names that mean nothing, each with the nearest that does.</param>
    public static IReadOnlySet<Fault> Read(string text, out IReadOnlyList<string> unknown)
    {
        var known = Enum.GetValues<Fault>().ToDictionary(Of);
        var names = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        unknown = [.. names
            .Where(name => name != All && !known.ContainsKey(name))
            .Select(name => $"\"{name}\" is no fault; the nearest is {NearestName.Of(name, known.Keys)}")];
        return names.Contains(All) ? known.Values.ToHashSet() : names.Where(known.ContainsKey).Select(name => known[name]).ToHashSet();
    }

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Boundary();
}
