using System.Diagnostics;
using System.Reflection;
using ExitDesk.Simulator.Storage;
using Xunit;

namespace ExitDesk.Simulator.Tests.Clients;

/// <summary>Runs a script of the folder <c>node</c>, in which a client that is not ours checks what it gets.</summary>
/// <remarks>A script fails a test by ending with another code than 0; what it asked for and got is in its error output.</remarks>
internal static class NodeScript
{
    private const string Request = "> ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string Folder = typeof(NodeScript).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "NodeFolder")
        .Value!;

    private static readonly Lazy<Task> Restored = new(() => new NodePackages(Folder, Console.Out, TimeProvider.System).RestoreAsync());

    /// <summary>Runs a script to its end. Skips the test on a machine without Node.js.</summary>
    /// <param name="script">File name.</param>
    /// <param name="arguments">What follows it on the command line.</param>
    /// <param name="answer">Answers each line that the script writes behind <c>&gt; </c>; null: it asks nothing.</param>
    public static async Task RunAsync(string script, IReadOnlyList<string> arguments, Func<string, Task<string>>? answer = null)
    {
        var problem = await NodeRuntime.ProblemAsync();
        Skip.If(problem is not null, problem);
        await Restored.Value;
        using var node = Process.Start(new ProcessStartInfo("node", [script, .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        await using var end = patience.Token.Register(() => node.Kill(entireProcessTree: true));
        var errors = node.StandardError.ReadToEndAsync();
        try
        {
            await TalkAsync(node, answer);
            await node.WaitForExitAsync();
        }
        finally
        {
            // Where an answer fails, nobody is left to end the script, and the browser that it may have started.
            node.Kill(entireProcessTree: true);
        }

        Assert.False(patience.IsCancellationRequested, $"{script} did not end within {Patience.TotalSeconds} s. {await errors}");
        Assert.True(node.ExitCode == 0, $"{script} ended with {node.ExitCode}: {await errors}");
    }

    private static async Task TalkAsync(Process node, Func<string, Task<string>>? answer)
    {
        while (await node.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Request, StringComparison.Ordinal))
            {
                await node.StandardInput.WriteLineAsync(await answer!(line[Request.Length..]));
                await node.StandardInput.FlushAsync();
            }
        }
    }
}
