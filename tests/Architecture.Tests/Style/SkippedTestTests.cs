using ExitDesk.Architecture.Tests.Repository;
using Xunit;

namespace ExitDesk.Architecture.Tests.Style;

public sealed class SkippedTestTests
{
    private const string ThisFile = "tests/Architecture.Tests/Style/SkippedTestTests.cs";

    [Fact]
    public void WhenTestsAreRead_EachSkipGivesItsReason() => Violations.None(
        SourceFile.All.Where(file => file.IsUnder("tests") && file.Path != ThisFile).SelectMany(SkipRules.Violations),
        "A skipped test says what is missing and how to get it.");

    [Theory]
    [InlineData("[Fact(Skip = \"\")]")]
    [InlineData("[Theory(Skip = \"later\")]")]
    [InlineData("Skip.If(Missing(a, b));")]
    [InlineData("Skip.IfNot(azurite is { Ready: true });")]
    public void WhenReasonIsMissing_ItIsReported(string line) => Assert.Single(SkipRules.Violations(new SourceFile("tests/a.cs", line)));

    [Theory]
    [InlineData("[Fact(Skip = \"Node 20 or newer is missing\")]")]
    [InlineData("Skip.If(Missing(a, b), reason);")]
    [InlineData("Skip.If(\n    reason is not null,\n    reason);")]
    public void WhenReasonIsGiven_NothingIsReported(string line) => Assert.Empty(SkipRules.Violations(new SourceFile("tests/a.cs", line)));
}
