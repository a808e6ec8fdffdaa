using System.Text.RegularExpressions;
using ExitDesk.Architecture.Tests.Repository;
using ExitDesk.Engine.Workflows.Operator;
using Xunit;

namespace ExitDesk.Architecture.Tests.Docs;

/// <summary>docs/runbook.md names commands that exist and the alerts that the desk raises, all of them.</summary>
public sealed partial class RunbookTests
{
    private const string Path = "docs/runbook.md";

    private static readonly IReadOnlyList<SourceFile> Engine = [.. SourceFile.All.Where(file => file.IsUnder("shared/Engine"))];

    private static IReadOnlyList<string> Explained =>
        [.. MarkdownTable.In(Path).Single(table => table.Header[0] == "alert").Rows.Select(row => row[0])];

    [Fact]
    public void WhenCommandIsNamed_TheDeskKnowsIt() => Assert.Empty(
        Commands(RepositoryFolder.Read(Path)).Except(OperatorActions.Known.Select(command => command.Name)));

    [Fact]
    public void WhenAlertIsExplained_TheDeskRaisesIt()
    {
        var said = Engine.SelectMany(file => Bold().Matches(file.Text).Select(Title))
            .Concat(Engine.Single(file => file.Name == "PositionNotices").Text.Split('"'));

        Violations.None(Explained.Except(said), "The runbook explains an alert that the desk does not raise.");
    }

    [Fact]
    public void WhenDeskRaisesAnAlert_ItIsExplained()
    {
        var raised = Engine.SelectMany(file => file.Text.Contains("alerts.RaiseAsync(", StringComparison.Ordinal)
            ? Bold().Matches(file.Text).Select(Title)
            : Alarming().Matches(file.Text).Select(Title));

        Violations.None(raised.Except(Explained), "Explain the alert in the runbook.");
    }

    [Fact]
    public void WhenReasonIsExplained_TheDeskGivesIt()
    {
        var texts = string.Join('\n', Engine.Select(file => file.Text));

        Violations.None(
            MarkdownTable.In(Path).Single(table => table.Header[0] == "reason begins with").Rows
                .Select(row => row[0])
                .Where(reason => !texts.Contains($"\"{reason}", StringComparison.Ordinal)),
            "The runbook explains a reason that the desk does not give.");
    }

    [Fact]
    public void WhenTextNamesCommands_TheyAreFound() => Assert.Equal(["mode", "close"], Commands("Write `/mode monitor` or `/close SYM`; not /api or `GET /api/health`."));

    private static IEnumerable<string> Commands(string text) => Command().Matches(text).Select(match => match.Groups["name"].Value).Distinct();

    private static string Title(Match match) => Hole().Replace(match.Groups["title"].Value, "…");

    [GeneratedRegex(@"`/(?<name>[a-z]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Command();

    [GeneratedRegex("<b>(?<title>[^<]+)</b>", RegexOptions.ExplicitCapture)]
    private static partial Regex Bold();

    [GeneratedRegex("⚠️ <b>(?<title>[^<]+)</b>", RegexOptions.ExplicitCapture)]
    private static partial Regex Alarming();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();
}
