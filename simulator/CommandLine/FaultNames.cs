using System.Text.RegularExpressions;
using ExitDesk.Simulator.Faults;

namespace ExitDesk.Simulator.CommandLine;

/// <summary>Faults by their names on the command line: kebab case.</summary>
public static partial class FaultNames
{
    public const string All = "all";

    public static string Of(Fault fault) => Boundary().Replace(fault.ToString(), "-").ToLowerInvariant();

    /// <summary>Reads a comma-separated list.</summary>
    /// <param name="text">Names, or <c>all</c>.</param>
    /// <param name="unknown">Names that mean nothing, each with the nearest that does.</param>
    public static IReadOnlySet<Fault> Read(string text, out IReadOnlyList<string> unknown)
    {
        var known = Enum.GetValues<Fault>().ToDictionary(Of);
        var names = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        unknown = [.. names
            .Where(name => name != All && !known.ContainsKey(name))
            .Select(name => $"\"{name}\" is no fault; the nearest is {known.Keys.MinBy(other => Distance(name, other))}")];
        return names.Contains(All) ? known.Values.ToHashSet() : names.Where(known.ContainsKey).Select(name => known[name]).ToHashSet();
    }

    // Levenshtein's edit distance, a row at a time.
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var cost = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(cost, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Boundary();
}
