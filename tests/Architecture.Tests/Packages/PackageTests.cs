using ExitDesk.Architecture.Tests.Repository;
using Xunit;

namespace ExitDesk.Architecture.Tests.Packages;

public sealed class PackageTests
{
    private static IEnumerable<string> LockFiles => RepositoryFolder.Files("packages.lock.json").Concat(RepositoryFolder.Files("package-lock.json"));

    [Fact]
    public void WhenVersionsAreRead_EachIsExact() => Violations.None(
        PackageRules.InexactVersions(RepositoryFolder.Read("Directory.Packages.props"))
            .Concat(PackageRules.InexactVersions(RepositoryFolder.Read("Directory.Build.props"))),
        "Name one version: no range, no wildcard.");

    [Fact]
    public void WhenLockFilesAreRead_NoneNamesARegistry() => Violations.None(
        LockFiles.SelectMany(path => PackageRules.Registries(path, RepositoryFolder.Read(path))),
        "A lock file holds on any feed; npm needs omit-lockfile-registry-resolved=true in .npmrc.");

    [Fact]
    public void WhenProjectsAreListed_EachHasItsLockFile() =>
        Assert.Empty(ProjectFile.All.Select(project => $"{project.Folder}/packages.lock.json").Except(LockFiles));

    [Fact]
    public void WhenSolutionIsRead_ItContainsEveryProject() => Violations.None(
        PackageRules.MissingInSolution(RepositoryFolder.Read("Serverless.sln"), ProjectFile.All.Select(project => project.Path)),
        "Add it: dotnet sln Serverless.sln add <project>");

    [Theory]
    [InlineData("1.2.3", 0)]
    [InlineData("22.10.2.1", 0)]
    [InlineData("1.2.3-beta.4", 0)]
    [InlineData("1.2.*", 1)]
    [InlineData("[1.2.3, 2.0.0)", 1)]
    [InlineData("", 1)]
    public void WhenVersionIsNotExact_ItIsReported(string version, int expected) => Assert.Equal(
        expected, PackageRules.InexactVersions($"""<Project><PackageVersion Include="A" Version="{version}" /></Project>""").Count());

    [Theory]
    [InlineData("\"resolved\": \"https://registry.example/a.tgz\",", 1)]
    [InlineData("\"resolved\": \"1.64.0\",", 0)]
    [InlineData("\"url\": \"https://example.org/funding\"", 0)]
    public void WhenLineNamesARegistry_ItIsReported(string line, int expected) =>
        Assert.Equal(expected, PackageRules.Registries("a.json", line).Count());

    [Fact]
    public void WhenProjectIsNotInSolution_ItIsReported() => Assert.Equal(
        ["b/B.csproj"], PackageRules.MissingInSolution("""= "A", "a\A.csproj", "{1}" """, ["a/A.csproj", "b/B.csproj"]));
}
