using System.Text.RegularExpressions;
using ExitDesk.Architecture.Tests.Repository;

namespace ExitDesk.Architecture.Tests.Purity;

/// <summary>The second net below the analyzer: time, chance and sleep that come from nowhere, found in the text.</summary>
internal static partial class WallClockRules
{
    public static IEnumerable<string> Violations(SourceFile file)
    {
        var lines = file.Code.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (FromNowhere().Match(lines[i]) is { Success: true } match)
            {
                yield return $"{file.Path}:{i + 1}: {match.Value}";
            }
        }
    }

    [GeneratedRegex(@"\bDateTime(?:Offset)?\s*\.\s*(?:Now|UtcNow|Today)\b|\bGuid\s*\.\s*NewGuid\b|\bRandom\s*\.\s*Shared\b|\bnew\s+Random\s*\(\s*\)|\bThread\s*\.\s*Sleep\b|\bEnvironment\s*\.\s*TickCount|\bRS0030\b")]
    private static partial Regex FromNowhere();
}
