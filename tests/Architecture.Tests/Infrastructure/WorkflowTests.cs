using System.Text.RegularExpressions;
using ExitDesk.Architecture.Tests.Repository;
using Xunit;

namespace ExitDesk.Architecture.Tests.Infrastructure;

/// <summary>What deploys is pinned, holds no secret, and gives the templates what they ask for.</summary>
public sealed partial class WorkflowTests
{
    private const string Deploy = ".github/workflows/deploy.yml";
    private const string Azd = "azure.yaml";

    private static readonly string[] Workflows = [".github/workflows/ci.yml", Deploy];

    [Fact]
    public void WhenWorkflowUsesAnAction_ItIsPinnedToACommit() => Violations.None(
        Workflows.SelectMany(path => Unpinned(RepositoryFolder.Read(path)).Select(action => $"{path}: {action}")), "Pin the action to a commit, with its version as a comment.");

    [Theory]
    [InlineData("      - uses: azure/login@a457da9ea143d694b1b9c7c869ebb04ebe844ef5 # v2.3.0\n", 0)]
    [InlineData("      - uses: azure/login@v2\n", 1)]
    public void WhenActionIsATag_ItIsReported(string text, int expected) => Assert.Equal(expected, Unpinned(text).Count());

    [Fact]
    public void WhenDeploymentSignsIn_ItUsesNoSecret()
    {
        Assert.DoesNotContain("secrets.", RepositoryFolder.Read(Deploy), StringComparison.Ordinal);
        Assert.Contains("id-token: write", RepositoryFolder.Read(Deploy), StringComparison.Ordinal);
    }

    [Fact]
    public void WhenCodeIsPublished_ItIsBuiltOnTheOfficialPackages()
    {
        Assert.Contains("OfficialPackages: 'true'", RepositoryFolder.Read(Deploy), StringComparison.Ordinal);
        Assert.Contains("-p:OfficialPackages=true", RepositoryFolder.Read(Azd), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Deploy)]
    [InlineData(".github/workflows/ci.yml")]
    [InlineData("docs/deploy.md")]
    public void WhenParameterFileNeedsAVariable_ItIsGiven(string path) => Violations.None(
        BicepFile.ParameterFiles.SelectMany(file => Variable().Matches(file.Text)).Select(match => match.Groups["name"].Value).Distinct()
            .Where(name => !RepositoryFolder.Read(path).Contains(name, StringComparison.Ordinal)),
        $"Give the variable in {path}.");

    [Fact]
    public void WhenOutputIsAskedFor_TheTemplateHasIt()
    {
        var outputs = BicepFile.Templates.Single(file => file.Path == BicepFile.Main).Declarations.Where(declaration => declaration.Keyword == "output").Select(output => output.Name);

        Violations.None(
            Output().Matches(RepositoryFolder.Read(Deploy) + RepositoryFolder.Read("docs/deploy.md")).Select(match => match.Groups["name"].Value).Except(outputs),
            "main.bicep has no such output.");
    }

    [Fact]
    public void WhenAzdProvisions_ItsTemplateAndProjectExist()
    {
        var text = RepositoryFolder.Read(Azd);

        Assert.True(File.Exists(Path.Combine(RepositoryFolder.Root, Value(text, "path"), Value(text, "module") + ".bicepparam")));
        Assert.True(Directory.Exists(Path.Combine(RepositoryFolder.Root, Value(text, "project"))));
        Assert.Contains($"'azd-service-name': '{Service().Match(text).Groups["name"].Value}'", BicepFile.Templates.Single(file => file.Path.EndsWith("/function-app.bicep", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
    }

    private static string Value(string yaml, string name) => Regex.Match(yaml, $@"^ +{name}: (?<value>\S+)$", RegexOptions.Multiline).Groups["value"].Value;

    private static IEnumerable<string> Unpinned(string yaml) =>
        Action().Matches(yaml).Select(match => match.Groups["action"].Value).Where(action => !Pinned().IsMatch(action));

    [GeneratedRegex(@"uses: (?<action>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Action();

    [GeneratedRegex("@[0-9a-f]{40} # v[0-9.]+$")]
    private static partial Regex Pinned();

    [GeneratedRegex(@"readEnvironmentVariable\('(?<name>\w+)'\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();

    [GeneratedRegex(@"properties\.outputs\.(?<name>[a-z]\w*)|\$\(output (?<name>\w+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Output();

    [GeneratedRegex(@"^services:\n  (?<name>\w+):", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Service();
}
