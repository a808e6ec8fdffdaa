using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Telling;

/// <summary>Why a position is still open: each rule in order, the quote, the last evaluations, and what happens next.</summary>
public static class WhyText
{
    public static string Of(Position position, PositionMark mark, ExitPlan plan, DeskSwitches switches, PositionClosing? closing)
    {
        var lines = new List<string>
        {
            $"<b>{Html.Escape(Titles.Of(position))}</b> ({Titles.Kind(position)}), entry {Figures.Price(position.EntryPrice)}, {Titles.Management(position.Management)}",
        };
        if (position.Management == Management.NotManagedYet)
        {
            lines.Add("The desk manages single long options and stock so far. This position is recorded and never touched: please watch it yourself.");
            return string.Join('\n', lines);
        }

        if (position.Management == Management.Ignored)
        {
            lines.Add($"You told the desk to ignore it: it is never evaluated. /watch {Html.Escape(position.Handle)} or /manage {Html.Escape(position.Handle)} changes that.");
            return string.Join('\n', lines);
        }

        lines.Add(mark.Quote is { } quote
            ? $"Quote {Figures.Price(quote.Bid)} / {Figures.Price(quote.Ask)} at {NewYork.Clock(quote.At)} · {mark.Quality.ToString().ToLowerInvariant()}"
            : "No quote seen yet");
        lines.AddRange(Rules(position, mark, plan));
        lines.AddRange(mark.Evaluations.Select(Line));
        lines.Add(Next(position, switches, closing));
        return string.Join('\n', lines);
    }

    private static IEnumerable<string> Rules(Position position, PositionMark mark, ExitPlan plan)
    {
        var snapshot = SnapshotBuilder.FromMark(position, mark, default);
        var seenAt = mark.Evaluations is [.., var newest] ? newest.At : (DateTimeOffset?)null;
        foreach (var reading in ExitExplanation.Read(snapshot, plan).Where(reading => reading.Rule is ExitReason.StopLoss or ExitReason.TakeProfit))
        {
            var silence = position.Silences.LastOrDefault(silence => silence.Rule == reading.Rule && !(silence.Until <= seenAt));
            yield return "• " + RuleText.Line(reading)
                + (silence is not null ? $", silent until {NewYork.Clock(silence.Until)}" : "")
                + (plan.ApprovalOf(reading.Rule) == Approval.Ask ? ", asks first" : "");
        }
    }

    private static string Line(Evaluation evaluation) =>
        $"<code>{NewYork.Clock(evaluation.At)}</code> {evaluation.Kind.ToString().ToLowerInvariant()}"
        + (evaluation.Reason is { } reason ? $" {Titles.Reason(reason)}" : "")
        + (evaluation.Value is not null ? $", {RuleText.Fired(evaluation.Reason!.Value, evaluation.Value, evaluation.Threshold)}" : "");

    private static string Next(Position position, DeskSwitches switches, PositionClosing? closing)
    {
        if (closing is not null)
        {
            return $"Next: it is being closed ({Titles.Reason(closing.Trigger.Reason)}), {Figures.Quantity(closing.FilledQuantity)} of {Figures.Quantity(closing.Quantity)} filled.";
        }

        if (position.Status == PositionStatus.AwaitingApproval)
        {
            return "Next: it waits for your answer; the question lapses at the close. If you do nothing, it stays open.";
        }

        var limits = switches.State == TradingState.Halted ? "Trading is halted: a rule that fires only alerts."
            : switches.Mode == TradingMode.Monitor ? "Monitor mode: a rule that fires only alerts."
            : position.Management == Management.Watched ? "Watched only: a rule that fires only alerts."
            : "A rule that fires acts, or asks first where it says so above; a stop must be confirmed by several readings.";
        return $"Next: evaluated again at each sweep while the market is open. {limits}";
    }
}
