using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using ExitDesk.Simulator.Storage;
using Xunit;

namespace ExitDesk.Compat.Tests.Tables;

/// <summary>The official JavaScript client, run as a process for each call (node/tables.mjs).</summary>
internal static class JavaScriptTables
{
    private static readonly string Folder = typeof(JavaScriptTables).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "NodeFolder")
        .Value!;

    private static readonly Lazy<Task> Restored =
        new(() => new NodePackages(Folder, Console.Out, TimeProvider.System).RestoreAsync());

    public static async Task<JsonElement> RunAsync(string connectionString, string table, string command, params string[] arguments)
    {
        await Restored.Value;
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Path.Combine(Folder, "tables.mjs"), connectionString, table, command, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var node = Process.Start(start)!;
        var output = node.StandardOutput.ReadToEndAsync();
        var errors = node.StandardError.ReadToEndAsync();
        await Task.WhenAll(output, errors, node.WaitForExitAsync());
        Assert.True(node.ExitCode == 0, await errors);
        using var json = JsonDocument.Parse(await output);
        return json.RootElement.Clone();
    }
}
