using ExitDesk.Domain.Overrides;

namespace ExitDesk.Engine.Telling;

/// <summary>What the owner's answers won or lost against the rules, in words.</summary>
public static class OverridesText
{
    /// <summary>The block; no line at all while there was no answer.</summary>
    /// <param name="span">Which days the first sum is of, for instance <c>last 30 days</c>.</param>
    /// <param name="recent">Answered on these days, and compared.</param>
    /// <param name="all">Ever compared.</param>
    /// <param name="open">How many are not compared yet.</param>
    /// <param name="unreadable">How many of those have rows that cannot be read.</param>
    public static IEnumerable<string> Lines(string span, OverrideTotals recent, OverrideTotals all, int open, int unreadable)
    {
        if (all.Sums.Count == 0 && open + unreadable == 0)
        {
            yield break;
        }

        yield return "<b>Your answers against the rules</b> (each position's dollars once, fees left out)";
        foreach (var line in Sums(Titles.Capital(span), recent).Concat(Sums("All time", all)))
        {
            yield return line;
        }

        if (open > 0)
        {
            yield return $"{Answers(open)} not compared yet: marked until the rules' own exit or the expiration, and until the position or its close is over";
        }

        if (unreadable > 0)
        {
            yield return $"{Answers(unreadable)} of which the ledger's row cannot be read";
        }
    }

    private static IEnumerable<string> Sums(string title, OverrideTotals totals)
    {
        yield return $"<b>{title}</b>: {Result(totals.Told, totals.Won, totals.Untold, totals.Within)}";
        foreach (var sum in totals.Sums)
        {
            yield return $"• {Kind(sum.Kind)}: {Result(sum.Told, sum.Won, sum.Untold, sum.Within)}";
        }
    }

    private static string Result(int told, decimal won, int untold, int within) =>
        (told == 0 ? "none compared" : $"{told} compared, {Word(won)}")
        + (within > 0 ? $"; {within} later about the same position, counted with the first" : "")
        + (untold > 0 ? $"; {Answers(untold)} that cannot be told, in no sum" : "");

    private static string Word(decimal won) => won switch
    {
        > 0 => $"won {Figures.Signed(won)}",
        < 0 => $"lost {Figures.Signed(won)}",
        _ => $"even, {Figures.Signed(won)}",
    };

    private static string Answers(int count) => count == 1 ? "1 answer" : $"{count} answers";

    private static string Kind(OverrideKind kind) => kind switch
    {
        OverrideKind.Approval => "Approvals",
        OverrideKind.Rejection => "Rejections",
        OverrideKind.Snooze => "Snoozes",
        OverrideKind.Keep => "Expiry rungs skipped",
        OverrideKind.OwnClose => "Own closes",
    };
}
