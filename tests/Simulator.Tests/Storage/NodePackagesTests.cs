using ExitDesk.Simulator.Storage;
using Xunit;

namespace ExitDesk.Simulator.Tests.Storage;

public sealed class NodePackagesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("exitdesk-npm-");

    public void Dispose() => _folder.Delete(recursive: true);

    [SkippableFact]
    public async Task WhenNothingIsInstalled_InstallsAndSaysSo_AndThenDoesNothing()
    {
        await SkipWithoutNodeAsync();
        Write("package.json", """{ "name": "empty", "version": "1.0.0" }""");
        Write("package-lock.json", """{ "name": "empty", "version": "1.0.0", "lockfileVersion": 3, "packages": { "": {} } }""");
        using var first = new StringWriter();
        using var second = new StringWriter();

        await Packages(first).RestoreAsync();
        await Packages(second).RestoreAsync();

        Assert.Contains("Restoring Node packages", first.ToString(), StringComparison.Ordinal);
        Assert.Contains("Node packages restored in", first.ToString(), StringComparison.Ordinal);
        Assert.Empty(second.ToString());
    }

    [SkippableFact]
    public async Task WhenTheLockFileChanges_InstallsAgain()
    {
        await SkipWithoutNodeAsync();
        Write("package.json", """{ "name": "empty", "version": "1.0.0" }""");
        Write("package-lock.json", """{ "name": "empty", "version": "1.0.0", "lockfileVersion": 3, "packages": {} }""");
        await Packages(TextWriter.Null).RestoreAsync();
        Write("package-lock.json", """{ "name": "empty", "version": "1.0.0", "lockfileVersion": 3, "packages": { "": {} } }""");
        using var progress = new StringWriter();

        await Packages(progress).RestoreAsync();

        Assert.Contains("Node packages restored in", progress.ToString(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task WhenNpmFails_TheErrorHoldsItsWords()
    {
        await SkipWithoutNodeAsync();
        Write("package.json", "{ broken");
        Write("package-lock.json", "{ broken");

        var failure = await Assert.ThrowsAsync<NodePackagesException>(() => Packages(TextWriter.Null).RestoreAsync());

        Assert.Contains("'npm ci' failed", failure.Message, StringComparison.Ordinal);
        Assert.Contains("lockfileVersion", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v20.11.1", 20)]
    [InlineData("v8.0.0", 8)]
    [InlineData("22", 22)]
    [InlineData("unknown", null)]
    public void WhenNodeTellsItsVersion_TheMajorIsRead(string version, int? major) =>
        Assert.Equal(major, NodeRuntime.MajorVersion(version));

    private static async Task SkipWithoutNodeAsync()
    {
        var problem = await NodeRuntime.ProblemAsync();
        Skip.If(problem is not null, problem);
    }

    private NodePackages Packages(TextWriter progress) => new(_folder.FullName, progress, TimeProvider.System);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);
}
