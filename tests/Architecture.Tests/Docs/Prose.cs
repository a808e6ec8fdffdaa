using System.Text.RegularExpressions;

namespace ExitDesk.Architecture.Tests.Docs;

/// <summary>What a document says outside of tables and code.</summary>
internal static partial class Prose
{
    /// <summary>Lines of prose that name a number, in digits or in words.</summary>
    public static IEnumerable<string> Numbers(string markdown) =>
        Code().Replace(markdown, "")
            .Split('\n')
            .Where(line => !line.StartsWith('|') && Number().IsMatch(line))
            .Select(line => line.Trim());

    /// <summary>The content of fenced blocks of a language.</summary>
    public static IEnumerable<string> Blocks(string markdown, string language) =>
        Fence().Matches(markdown).Where(match => match.Groups["language"].Value == language).Select(match => match.Groups["text"].Value);

    [GeneratedRegex(@"```[\s\S]*?```|`[^`\n]*`")]
    private static partial Regex Code();

    [GeneratedRegex(@"```(?<language>\w*)\n(?<text>[\s\S]*?)```", RegexOptions.ExplicitCapture)]
    private static partial Regex Fence();

    [GeneratedRegex(
        @"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred|half|quarter|twice)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Number();
}
