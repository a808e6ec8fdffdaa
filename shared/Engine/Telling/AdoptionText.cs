using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Desk;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Telling;

/// <summary>The card that lists positions the desk did not open, with what each rule would do now.</summary>
public static class AdoptionText
{
    /// <summary>So many positions without rules are named; more are counted.</summary>
    public const int MostBeside = 12;

    /// <summary>The card.</summary>
    /// <param name="approval">Open.</param>
    /// <param name="lines">One text for each position.</param>
    /// <param name="beside">One line for each that is held and has no rules.</param>
    public static Card Card(ApprovalCard approval, IReadOnlyList<string> lines, IReadOnlyList<string> beside) => new(
        ClosingCards.Lines(
            [
                $"⚪ <b>{lines.Count} position{(lines.Count == 1 ? "" : "s")} the desk did not open</b> · {NewYork.Clock(approval.AskedAt)}",
                .. lines,
                .. Beside(beside),
                "Manage: the rules close them. Watch: they only alert. Ignore: recorded, never evaluated. Back at any time with /manage, /watch or /ignore and a symbol.",
                "If you do nothing: they stay watched, never traded; you are asked once more at the next session.",
            ]),
        [
            [new CardButton("Manage these", $"manage:{approval.Token}")],
            [new CardButton("Keep watching", $"watch:{approval.Token}"), new CardButton("Ignore", $"ignore:{approval.Token}")],
        ]);

    /// <summary>One position with its result and what each rule would do now.</summary>
    /// <param name="position">Watched.</param>
    /// <param name="appraisal">Its rules, now.</param>
    /// <param name="plan">Its rules' thresholds.</param>
    public static string Line(Position position, Appraisal appraisal, ExitPlan plan)
    {
        var quote = appraisal.Mark.Quote;
        var readings = ExitExplanation.Read(appraisal.Snapshot, plan).Where(static reading => reading.Enabled && reading.Rule != ExitReason.Emergency).ToList();
        var fires = readings.Where(static reading => reading.Decision.Kind == DecisionKind.Close).Select(Fires).ToList();
        return $"• <b>{Html.Escape(Titles.Of(position))}</b>{Titles.KindNote(position)}: {PositionResult.Of(position, quote?.Bid, quote?.Ask)}\n"
            + (fires.Count > 0 ? $"  would close now: {string.Join("; ", fires)}" : $"  would hold: {Holds(readings)}");
    }

    /// <summary>One position that no rule looks at.</summary>
    /// <param name="position">Watched, or recorded only.</param>
    /// <param name="price">Of its underlying, USD per share; null if unknown.</param>
    public static string Beside(Position position, decimal? price) =>
        $"• {Html.Escape(Titles.Of(position))}{Titles.KindNote(position)}: "
        + (position.Management == Management.NotManagedYet ? "recorded only, the desk cannot manage it yet"
            : position.IsOption ? "watched, all its rules are off"
            : $"watched, no rules · {PositionResult.Of(position, price, price)}");

    private static IEnumerable<string> Beside(IReadOnlyList<string> lines) => lines.Count == 0 ? [] :
    [
        "Also held, and left alone by these buttons:",
        .. lines.Take(MostBeside),
        .. lines.Count > MostBeside ? [$"… and {lines.Count - MostBeside} more: /status all"] : (string[])[],
    ];

    private static string Fires(RuleReading reading) =>
        $"{Titles.Reason(reading.Rule)} ({RuleText.Fired(reading.Rule, reading.Decision.Value, reading.Decision.Threshold)})";

    private static string Holds(IEnumerable<RuleReading> readings)
    {
        var distances = readings.Select(Distance).OfType<string>().ToList();
        return distances.Count > 0 ? string.Join(", ", distances) : "no rule can tell how far it is";
    }

    private static string? Distance(RuleReading reading) => reading switch
    {
        { Distance: { } distance, FiresAt: { } price } => $"{Titles.Reason(reading.Rule)} at {Figures.Cents(price)} ({Figures.Cents(distance)} away)",
        { TimeLeft: { } left } => $"{Titles.Reason(reading.Rule)} in {Figures.Span(left)}",
        _ => null,
    };
}
