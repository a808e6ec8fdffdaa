namespace ExitDesk.Simulator.CommandLine;

/// <summary>What someone may have meant who wrote a name that nobody knows.</summary>
internal static class NearestName
{
    /// <summary>The known name with the fewest letters to change; the first of several.</summary>
    /// <param name="known">At least one.</param>
    public static string Of(string name, IEnumerable<string> known) => known.MinBy(other => Distance(name, other))!;

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
}
