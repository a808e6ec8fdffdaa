using System.Text.RegularExpressions;
using ExitDesk.Architecture.Tests.Repository;
using Xunit;

namespace ExitDesk.Architecture.Tests.Infrastructure;

/// <summary>What the alerts look for is what the desk leaves behind: a renamed function must not silence its alarm.</summary>
public sealed partial class AlertTests
{
    private static readonly BicepFile Alerts = BicepFile.Templates.Single(file => file.Path.EndsWith("/alerts.bicep", StringComparison.Ordinal));

    private static IReadOnlyList<SourceFile> Functions => [.. SourceFile.All.Where(file => file.IsUnder("functions"))];

    [Theory]
    [InlineData("SYNC_SCHEDULE")]
    [InlineData("EVALUATE_SCHEDULE")]
    [InlineData("SETTLE_SCHEDULE")]
    public void WhenTimerWatchesPositions_ItsSilenceAlarms(string schedule)
    {
        var function = Functions.Single(file => file.Text.Contains($"%{schedule}%", StringComparison.Ordinal)).Name;

        Assert.Contains($"'{function}'", Heartbeat(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhenHeartbeatNamesFunctions_TheyExist() => Assert.All(
        Regex.Matches(Heartbeat(), @"'(?<name>\w+)'").Select(match => match.Groups["name"].Value), name => Assert.Contains(name, Functions.Select(file => file.Name)));

    [Fact]
    public void WhenDeadLetterFunctionRuns_TheAlertMatchesItsName() => Assert.All(
        Functions.Where(file => file.Text.Contains("$deadletterqueue", StringComparison.Ordinal)),
        file => Assert.EndsWith(Regex.Match(Alerts.Text, @"name endswith '(?<end>\w+)'").Groups["end"].Value, file.Name, StringComparison.Ordinal));

    [Fact]
    public void WhenRunFails_TheAlertMatchesWhatIsLogged()
    {
        var template = Regex.Match(SourceFile.All.Single(file => file.Name == "RunReports").Text, @"LogWarning\(""(?<text>[^""]+)""").Groups["text"].Value;
        var pattern = Regex.Match(Alerts.Text, @"extract\('(?<pattern>[^']+)'").Groups["pattern"].Value;

        foreach (var kind in Enum.GetNames<Engine.Health.RunKind>())
        {
            var logged = template.Replace("{Kind}", kind, StringComparison.Ordinal).Replace("{Failures}", "3", StringComparison.Ordinal);
            Assert.Equal("3", Regex.Match(logged, pattern).Groups[1].Value);
        }
    }

    private static string Heartbeat() => Names().Match(Alerts.Text).Value;

    [GeneratedRegex(@"datatable\(name: string\) \[[^\]]*\]")]
    private static partial Regex Names();
}
