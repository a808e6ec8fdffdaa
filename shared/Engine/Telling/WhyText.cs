using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Telling;

/// <summary>Why a position is still open: result, market, each rule in order, the last evaluations, and what happens next.</summary>
public static class WhyText
{
    /// <summary>One block, well below a message's limit.</summary>
    /// <param name="look">The position as it stands.</param>
    /// <param name="switches">Mode and state.</param>
    /// <param name="closing">The one that works on it; null if none does.</param>
    /// <param name="card">The question that waits for an answer; null if none does.</param>
    public static string Of(PositionLook look, DeskSwitches switches, PositionClosing? closing, ApprovalCard? card)
    {
        var position = look.Position;
        var head = $"<b>{Html.Escape(Titles.Of(position))}</b>{Titles.KindNote(position)}, entry {Figures.Price(position.EntryPrice)}{Opened(look)}, {Titles.Management(position.Management)}";
        return position.Management is Management.Managed or Management.Watched
            ? string.Join('\n', [head, .. LookText.Lines(look), .. Rules(look), .. Evaluations(look), .. NextText.Lines(look, switches, closing, card)])
            : string.Join('\n', head, NotManaged(position), "If you do nothing: it stays as it is; no rule looks at it.");
    }

    private static IEnumerable<string> Rules(PositionLook look) => look.Position.IsOption || look.Readings.Count(static reading => reading.Enabled) > 1
        ? ["<b>Rules</b>", .. ReadingText.Lines(look)]
        : ["All rules are off for it; only mode Emergency closes it."];

    private static IEnumerable<string> Evaluations(PositionLook look) => look.Mark.Evaluations.Count == 0
        ? ["No sweep has judged it yet."]
        : ["<b>Last evaluations</b>", .. look.Mark.Evaluations.Select(evaluation => Line(evaluation, look))];

    private static string Line(Evaluation evaluation, PositionLook look) =>
        $"<code>{NewYork.Clock(evaluation.At)}</code>{Day(evaluation.At, look)} {Kind(evaluation.Kind)}"
        + (evaluation.Reason is { } reason ? $" {Titles.Reason(reason)}" : "")
        + (evaluation.Value is not null ? $", {RuleText.Fired(evaluation.Reason!.Value, evaluation.Value, evaluation.Threshold)}" : "")
        + (evaluation.Quality == Domain.Quotes.QuoteQuality.Usable ? "" : $" · quote {LookText.Words(evaluation.Quality)}");

    private static string Day(DateTimeOffset at, PositionLook look) => look.Now is { } now && NewYork.DateOf(at) != NewYork.DateOf(now)
        ? $" {NewYork.DateOf(at).ToString("d MMM", System.Globalization.CultureInfo.InvariantCulture)}"
        : "";

    private static string Kind(DecisionKind kind) => kind switch
    {
        DecisionKind.Hold => "hold",
        DecisionKind.Close => "close",
        DecisionKind.Undecided => "undecided",
    };

    private static string Opened(PositionLook look) => look.Position.OpenedAt is { } openedAt ? $" {NewYork.ShortClock(openedAt, look.Now ?? openedAt)}" : "";

    private static string NotManaged(Position position) => position.Management == Management.Ignored
        ? $"You told the desk to ignore it: it is never evaluated. /watch {Html.Escape(position.Handle)} or /manage {Html.Escape(position.Handle)} changes that."
        : position.Structure.Kind == Domain.Structures.StructureKind.Custom
        ? "Not managed: the desk cannot read it as a structure that it knows. It is recorded and never touched: please watch it yourself."
        : "Not managed: index and crypto options, and what your plan leaves out, are recorded and never touched: please watch it yourself.";
}
