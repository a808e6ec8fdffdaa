using System.Text.RegularExpressions;
using ExitDesk.Architecture.Tests.Repository;

namespace ExitDesk.Architecture.Tests.Style;

/// <summary>A test that is left out says why.</summary>
internal static partial class SkipRules
{
    private const int ShortestReason = 10;

    public static IEnumerable<string> Violations(SourceFile file) =>
        Attributes().Matches(file.Text)
            .Where(match => match.Groups["reason"].Value.Trim().Length < ShortestReason)
            .Concat(Calls().Matches(file.Text).Where(match => !HasReason(file.Text, match.Index + match.Length)))
            .Select(match => $"{file.Path}: {match.Value} gives no reason");

    // A comma at the call's own level stands before the reason.
    private static bool HasReason(string text, int start)
    {
        var depth = 0;
        foreach (var character in text.AsSpan(start))
        {
            switch (character)
            {
                case '(' or '[' or '{':
                    depth++;
                    break;
                case ')' or ']' or '}' when --depth < 0:
                    return false;
                case ',' when depth == 0:
                    return true;
                default:
                    break;
            }
        }

        return false;
    }

    [GeneratedRegex(@"\b(?:Fact|Theory|InlineData|SkippableFact|SkippableTheory)\([^)\n]*?Skip\s*=\s*""(?<reason>[^""]*)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Attributes();

    [GeneratedRegex(@"\bSkip\.If(?:Not)?\(")]
    private static partial Regex Calls();
}
