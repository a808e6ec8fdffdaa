namespace ExitDesk.Domain.Plans;

/// <summary>Guesses what was meant by a name that is not known.</summary>
public static class Nearest
{
    /// <summary>The known name with the fewest edits, case aside; null if none is near enough to be meant.</summary>
    public static string? To(string name, IEnumerable<string> known) => known
        .Select(candidate => (Candidate: candidate, Edits: Edits(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
        .Where(found => found.Edits <= Math.Max(1, Math.Min(name.Length, found.Candidate.Length) / 3) || IsPart(name, found.Candidate))
        .OrderBy(static found => found.Edits)
        .Select(static found => found.Candidate)
        .FirstOrDefault();

    /// <summary>What to say of an unknown name: the nearest known one, or all of them.</summary>
    public static string Hint(string name, IReadOnlyList<string> known) => To(name, known) is { } nearest
        ? $"did you mean {nearest}? Known here: {string.Join(", ", known)}"
        : $"known here: {string.Join(", ", known)}";

    private static bool IsPart(string name, string candidate) =>
        name.Length >= 4 && candidate.Contains(name, StringComparison.OrdinalIgnoreCase);

    // Insertions, deletions, replacements and swaps of neighbours each count one.
    private static int Edits(string left, string right)
    {
        var distance = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                distance[i, j] = i == 0 || j == 0 ? i + j : Step(distance, left, right, i, j);
            }
        }

        return distance[left.Length, right.Length];
    }

    private static int Step(int[,] distance, string left, string right, int i, int j)
    {
        var same = left[i - 1] == right[j - 1] ? 0 : 1;
        var least = Math.Min(Math.Min(distance[i - 1, j] + 1, distance[i, j - 1] + 1), distance[i - 1, j - 1] + same);
        var isSwap = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
        return isSwap ? Math.Min(least, distance[i - 2, j - 2] + 1) : least;
    }
}
