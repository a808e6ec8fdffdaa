using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Desk;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Telling;

/// <summary>The card that lists positions the desk did not open, with what each rule would do now.</summary>
public static class AdoptionText
{
    /// <summary>So many positions without rules are named for each reason why; more are counted.</summary>
    public const int MostBeside = 12;

    /// <summary>The card.</summary>
    /// <param name="approval">Open.</param>
    /// <param name="lines">One text for each position.</param>
    /// <param name="beside">Lines on what is held and has no rules.</param>
    public static Card Card(ApprovalCard approval, IReadOnlyList<string> lines, IReadOnlyList<string> beside) => new(
        ClosingCards.Lines(
            [
                $"⚪ <b>{lines.Count} position{(lines.Count == 1 ? "" : "s")} the desk did not open</b> · {NewYork.Clock(approval.AskedAt)}",
                .. lines,
                .. beside,
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

    /// <summary>What is held and no rule looks at, one line for each reason why. Short: it stands below up to a dozen positions.</summary>
    /// <param name="held">Positions, each with the price of its underlying, USD per share; null if unknown.</param>
    public static IReadOnlyList<string> Beside(IReadOnlyCollection<(Position Position, decimal? Price)> held) =>
    [
        .. held.GroupBy(static one => WithoutRules(one.Position), static one => Named(one.Position, one.Price)).Select(static group =>
            $"Also held, {group.Key}: {string.Join(", ", group.Take(MostBeside))}"
            + (group.Count() > MostBeside ? $" and {group.Count() - MostBeside} more (/status all)" : "")
            + ". These buttons leave that alone."),
    ];

    private static string WithoutRules(Position position) =>
        position.Management == Management.NotManagedYet ? "recorded only, as the desk cannot manage it yet"
        : position.IsOption ? "watched, with all its rules off"
        : "watched, no rules";

    private static string Named(Position position, decimal? price) => Html.Escape(Titles.Of(position)) + (position.IsOption ? ""
        : PositionResult.Dollars(position, price, price) is { } result ? $" ({Figures.Signed(Math.Round(result, 2))})" : " (result unknown)");

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
