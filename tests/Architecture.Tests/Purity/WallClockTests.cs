using ExitDesk.Architecture.Tests.Repository;
using Xunit;

namespace ExitDesk.Architecture.Tests.Purity;

public sealed class WallClockTests
{
    [Fact]
    public void WhenSourcesAreRead_NoneTakesTimeOrChanceFromNowhere() => Violations.None(
        SourceFile.All.Where(file => !file.IsUnder("tests")).SelectMany(WallClockRules.Violations),
        "Use the broker's clock for decisions, TimeProvider for wall time, a seed for chance.");

    [Theory]
    [InlineData("var now = DateTime.Now;")]
    [InlineData("var now = System.DateTimeOffset.UtcNow;")]
    [InlineData("var id = Guid.NewGuid();")]
    [InlineData("var chance = new Random().Next() + Random.Shared.Next();")]
    [InlineData("Thread.Sleep(1);")]
    [InlineData("#pragma warning disable RS0030")]
    public void WhenLineTakesTimeOrChanceFromNowhere_ItIsReported(string line) =>
        Assert.Equal("a.cs:2", Assert.Single(WallClockRules.Violations(new SourceFile("a.cs", "\n" + line)))[..6]);

    [Theory]
    [InlineData("// DateTime.Now is banned")]
    [InlineData("var text = \"DateTime.Now\";")]
    [InlineData("var chance = new Random(7).Next();")]
    [InlineData("var now = moment.Now;")]
    public void WhenLineOnlyLooksLikeIt_NothingIsReported(string line) =>
        Assert.Empty(WallClockRules.Violations(new SourceFile("a.cs", line)));
}
