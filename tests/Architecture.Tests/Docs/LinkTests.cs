using System.Text.RegularExpressions;
using ExitDesk.Architecture.Tests.Repository;
using Xunit;

namespace ExitDesk.Architecture.Tests.Docs;

public sealed partial class LinkTests
{
    [Fact]
    public void WhenDocumentLinksInside_TheTargetExists() => Violations.None(
        RepositoryFolder.Files("*.md").SelectMany(path => Broken(path, RepositoryFolder.Read(path))),
        "A link inside the repository leads nowhere.");

    [Theory]
    [InlineData("[a](settings.md)", 0)]
    [InlineData("[a](../global.json)", 0)]
    [InlineData("[a](settings.md#telegram)", 0)]
    [InlineData("[a](https://example.org/x)", 0)]
    [InlineData("[a](gone.md)", 1)]
    public void WhenLinkLeadsNowhere_ItIsReported(string text, int expected) => Assert.Equal(expected, Broken("docs/x.md", text).Count());

    private static IEnumerable<string> Broken(string path, string text)
    {
        var folder = Path.GetDirectoryName(Path.Combine(RepositoryFolder.Root, path))!;
        return Link().Matches(text)
            .Select(match => match.Groups["target"].Value.Split('#')[0])
            .Where(target => target.Length > 0 && !target.Contains("://", StringComparison.Ordinal))
            .Where(target => !Path.Exists(Path.Combine(folder, target)))
            .Select(target => $"{path}: {target}");
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
