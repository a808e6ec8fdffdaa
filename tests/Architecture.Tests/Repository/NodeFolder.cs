using ExitDesk.Simulator.Storage;
using Xunit;

namespace ExitDesk.Architecture.Tests.Repository;

/// <summary>The npm packages that these tests ask, restored when they are first asked.</summary>
internal static class NodeFolder
{
    private static readonly string Folder = System.IO.Path.Combine(RepositoryFolder.Root, "tests/Architecture.Tests/node");

    private static readonly Lazy<Task> Restored = new(() => new NodePackages(Folder, Console.Out, TimeProvider.System).RestoreAsync());

    /// <summary>Its path, once it is ready. Skips the test on a machine without Node.js.</summary>
    public static async Task<string> ReadyAsync()
    {
        var problem = await NodeRuntime.ProblemAsync();
        Skip.If(problem is not null, problem);
        await Restored.Value;
        return Folder;
    }
}
