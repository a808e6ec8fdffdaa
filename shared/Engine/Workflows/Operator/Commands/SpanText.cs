using System.Globalization;
using System.Text.RegularExpressions;

namespace ExitDesk.Engine.Workflows.Operator.Commands;

/// <summary>Spans of time as people type them: <c>30m</c>, <c>2h</c>, <c>1h30m</c>, <c>45 min</c>; a bare number is minutes.</summary>
public static partial class SpanText
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>The span, from a minute to a day; null if the text is none, or not in that range.</summary>
    public static TimeSpan? Parse(string text)
    {
        var match = Pattern().Match(text);
        if (!match.Success || (match.Groups["h"].Value + match.Groups["m"].Value).Length == 0)
        {
            return null;
        }

        var span = TimeSpan.FromHours(Number(match.Groups["h"])) + TimeSpan.FromMinutes(Number(match.Groups["m"]));
        return span >= TimeSpan.FromMinutes(1) && span <= Longest ? span : null;
    }

    private static int Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^\s*(?:(?<h>\d{1,3})\s*h(?:ours?)?)?\s*(?:(?<m>\d{1,4})\s*(?:m(?:in(?:utes?)?)?)?)?\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
