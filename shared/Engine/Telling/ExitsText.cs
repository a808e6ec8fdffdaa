using ExitDesk.Domain.Closing;

namespace ExitDesk.Engine.Telling;

/// <summary>Sums of exit receipts in words: what closes gave away, and how long they took.</summary>
public static class ExitsText
{
    /// <summary>The lines of one span of days.</summary>
    /// <param name="title">Which days.</param>
    /// <param name="receipts">Of these days.</param>
    public static IEnumerable<string> Lines(string title, IReadOnlyCollection<ExitReceipt> receipts)
    {
        var sums = ReceiptSummary.Of(receipts);
        yield return sums.Count == 0
            ? $"<b>{title}</b>: no close of ours filled"
            : $"<b>{title}</b>: {Closes(sums.Sum(sum => sum.Count))}, {Figures.Signed(sums.Sum(sum => sum.RealizedPnl))}";
        foreach (var sum in sums)
        {
            yield return $"• {Titles.Capital(Titles.Reason(sum.Reason))}, {sum.Urgency}: {Closes(sum.Count)}, {Figures.Signed(sum.RealizedPnl)}\n"
                + $"  against the trigger's mid {Amount(sum.AgainstMid)}{(sum.WithoutMid > 0 && sum.AgainstMid is not null ? $" ({sum.WithoutMid} unknown)" : "")}, "
                + $"closing side {Amount(sum.AgainstClosingSide)} · {Figures.Span(sum.Mean)} on average, {Figures.Span(sum.Slowest)} at most";
        }
    }

    private static string Amount(decimal? dollars) => dollars is { } known ? Figures.Signed(known) : "unknown";

    private static string Closes(int count) => count == 1 ? "1 close" : $"{count} closes";
}
