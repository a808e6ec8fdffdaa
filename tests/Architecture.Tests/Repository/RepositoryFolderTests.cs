using Xunit;

namespace ExitDesk.Architecture.Tests.Repository;

public sealed class RepositoryFolderTests
{
    [Fact]
    public void WhenFolderIsDeepInside_RootIsFound() =>
        Assert.Equal(RepositoryFolder.Root, RepositoryFolder.Find(Path.Combine(RepositoryFolder.Root, "shared", "Domain")));

    [Fact]
    public void WhenNoSolutionIsAbove_ErrorNamesIt()
    {
        var error = Assert.Throws<DirectoryNotFoundException>(() => RepositoryFolder.Find(Path.GetPathRoot(RepositoryFolder.Root)!));

        Assert.Contains("Serverless.sln", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhenFilesAreListed_NothingBuiltOrInstalledIsAmongThem()
    {
        var files = RepositoryFolder.Files("*.cs");

        Assert.Contains("shared/Domain/Exits/StopLoss.cs", files);
        Assert.DoesNotContain(files, path => path.Contains("/obj/", StringComparison.Ordinal) || path.StartsWith("artifacts/", StringComparison.Ordinal));
    }
}
