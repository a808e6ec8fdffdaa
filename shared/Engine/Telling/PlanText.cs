using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Plans;
using ExitDesk.Domain.Plans.Presets;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;
using ExitDesk.Engine.Plans;

namespace ExitDesk.Engine.Telling;

/// <summary>Words of <c>/plan</c>.</summary>
internal static class PlanText
{
    /// <summary>How the command is used.</summary>
    public const string Usage =
        "/plan AAPL – the plan of a position, and where each value came from\n"
        + "/plan set AAPL stopLoss.debitLoss 0.3 – change a value; in place of AAPL also defaults, structure NAME, strategy NAME, position ID, account, expiry, management\n"
        + "/plan preset NAME – lay a preset below all else; /plan preset lists them\n"
        + "/plan reset AAPL [path] – take your change away; /plan reset all\n"
        + "/plan undo – return to the version before";

    /// <summary>All presets with what they are for.</summary>
    public static string Presets => string.Join(
        '\n', ExitPresets.All.Select(static preset => $"<b>{preset.Name}</b> – {Html.Escape(preset.Purpose)}").Append("/plan preset none takes a preset away."));

    /// <summary>What is in force, and who changed what.</summary>
    public static string Overview(ExitPlanBook book, PlanOverrides? overrides)
    {
        var file = book.Documents is [var deployed, ..] && deployed != PlanDocument.Empty(deployed.Name) ? Html.Escape(deployed.Name) : "built-in plans";
        var lines = new List<string> { $"<b>Plan</b>: {file}" };
        if (overrides is null)
        {
            lines.Add("You have changed nothing here.");
        }
        else
        {
            lines.Add($"Version {overrides.Number}, {Html.Escape(overrides.Current.By)}: {Html.Escape(overrides.Current.What)}");
            lines.Add($"<pre>{Html.Escape(overrides.Current.Json)}</pre>");
        }

        lines.Add(Usage);
        return string.Join('\n', lines);
    }

    /// <summary>The plan of one position: rules that are on, and each value that is not the built-in one with its source.</summary>
    public static string Of(Position position, StructureKind kind, MergedPlan merged)
    {
        var lines = new List<string> { $"<b>{Html.Escape(Titles.Of(position))}</b> · {kind}" };
        var off = new List<string>();
        foreach (var rule in ExitPlanFields.All.GroupBy(static field => field.Group))
        {
            if (IsOn(rule, merged.Plan))
            {
                lines.Add(Rule(rule, merged));
                lines.AddRange(ReachText.Of(position, merged.Plan).Where(found => found.Path.StartsWith(rule.Key + ".", StringComparison.Ordinal)).Select(static found => $"⚠️ {found.Path} {found.Text}"));
            }
            else
            {
                off.Add(Sourced(rule.Key, merged.SourceOf($"{rule.Key}.enabled")));
            }
        }

        lines.Add(off.Count == 0 ? "" : $"Off: {string.Join(", ", off)}");
        lines.AddRange(merged.Refused.Select(static refused => $"⚠️ {Html.Escape($"{refused.Place} is left out: {refused.Contradiction.Why}")}"));
        lines.Add($"Values without a source are built in for {kind}.");
        return string.Join('\n', lines.Where(static line => line.Length > 0));
    }

    private static bool IsOn(IEnumerable<PlanField<ExitPlan>> rule, ExitPlan plan) => rule.First(static field => field.Name == "enabled").Read(plan) is true;

    private static string Rule(IGrouping<string, PlanField<ExitPlan>> rule, MergedPlan merged)
    {
        var asksThenActs = rule.First(static field => field.Name == "approval").Read(merged.Plan) is Approval.AskThenAct;
        var values = rule
            .Where(field => field.Name != "patience" || asksThenActs)
            .Where(field => field.Name != "enabled" || merged.SourceOf(field.Path) != MergedPlan.BuiltIn)
            .Select(field => Sourced(Value(field, merged.Plan), merged.SourceOf(field.Path)));
        return $"<b>{rule.Key}</b>: {string.Join(" · ", values)}";
    }

    private static string Value(PlanField<ExitPlan> field, ExitPlan plan) =>
        field.Name == "enabled" ? "on" : $"{field.Name} {field.Shape.Write(field.Read(plan))}";

    private static string Sourced(string text, string source) =>
        source == MergedPlan.BuiltIn ? Html.Escape(text) : $"{Html.Escape(text)} <i>({Html.Escape(source)})</i>";
}
