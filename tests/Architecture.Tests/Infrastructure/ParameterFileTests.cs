using System.Text.RegularExpressions;
using ExitDesk.Architecture.Tests.Repository;
using Xunit;

namespace ExitDesk.Architecture.Tests.Infrastructure;

/// <summary>The parameter files fit main.bicep, hold no secret, and a live desk does not come about by accident.</summary>
public sealed partial class ParameterFileTests
{
    private static readonly BicepFile Main = BicepFile.Templates.Single(file => file.Path == BicepFile.Main);
    private static readonly BicepFile Live = BicepFile.ParameterFiles.Single(file => file.Path.EndsWith("live.bicepparam", StringComparison.Ordinal));
    private static readonly BicepFile Paper = BicepFile.ParameterFiles.Single(file => file.Path.EndsWith("paper.bicepparam", StringComparison.Ordinal));

    [Fact]
    public void WhenParameterFileIsRead_ItFitsMain() => Violations.None(
        BicepFile.ParameterFiles.SelectMany(file => BicepRules.Mismatches(Main, Given(file).Keys).Select(problem => $"{file.Path}: {problem}")),
        "Parameter files and main.bicep differ.");

    [Fact]
    public void WhenParameterFileIsRead_ItUsesMain() =>
        Assert.All(BicepFile.ParameterFiles, file => Assert.StartsWith("using 'main.bicep'\n", file.Text, StringComparison.Ordinal));

    [Fact]
    public void WhenParameterFileIsRead_ItStartsInMonitor() =>
        Assert.All(BicepFile.ParameterFiles, file => Assert.Equal("'Monitor'", Given(file)["initialMode"]));

    [Fact]
    public void WhenDeskIsLive_ItsOwnerHasSaidSo()
    {
        Assert.Equal("'live'", Given(Live)["brokerEnvironment"]);
        Assert.Matches(@"^readEnvironmentVariable\('\w+'\)$", Given(Live)["liveAcknowledgement"]);
        Assert.Contains("param liveAcknowledgement string = ''", Main.Text, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(Main.Text, Regex.Escape("https://api.alpaca.markets")));
        Assert.Matches(@"liveAcknowledgement == '[^']+'\s+\? 'https://api\.alpaca\.markets'\s+: fail\(", Main.Text);
    }

    [Fact]
    public void WhenDeskIsPaper_ItCannotReachLiveTrading()
    {
        Assert.Equal("'paper'", Given(Paper)["brokerEnvironment"]);
        Assert.DoesNotContain("liveAcknowledgement", Given(Paper).Keys);
        Assert.Matches(@"brokerEnvironment == 'paper'\s+\? 'https://paper-api\.alpaca\.markets'", Main.Text);
    }

    [Fact]
    public void WhenDeskIsLive_ItsAlertsAndTagsAreItsOwn()
    {
        Assert.NotEqual(Given(Paper)["alertMail"], Given(Live)["alertMail"]);
        Assert.NotEqual(Given(Paper)["tags"], Given(Live)["tags"]);
        Assert.Equal("true", Given(Live)["lockLedger"]);
    }

    [Fact]
    public void WhenPersonalValueIsNeeded_ItComesFromTheEnvironment() => Assert.All(
        BicepFile.ParameterFiles,
        file => Assert.All(
            ["telegramChatId", "telegramAllowedUsers", "alertMail"], name => Assert.Matches(@"^readEnvironmentVariable\('\w+'\)$", Given(file)[name])));

    [Fact]
    public void WhenTextAssigns_ValuesAreFound() =>
        Assert.Equal("'x'", Given(new BicepFile("a.bicepparam", "using 'main.bicep'\n\nparam a = 'x'\nparam b = 1\n"))["a"]);

    private static Dictionary<string, string> Given(BicepFile file) =>
        Assignment().Matches(file.Text).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value);

    [GeneratedRegex(@"^param (?<name>\w+) = (?<value>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Assignment();
}
