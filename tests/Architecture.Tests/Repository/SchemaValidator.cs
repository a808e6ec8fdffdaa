using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace ExitDesk.Architecture.Tests.Repository;

/// <summary>Asks a JSON Schema validator that is not ours, on Node, what exitdesk.schema.json allows.</summary>
internal static class SchemaValidator
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>What is wrong with each plan; empty where the schema allows it. Skips the test on a machine without Node.js.</summary>
    /// <param name="plans">JSON, comments and trailing commas allowed: editors allow them too.</param>
    public static async Task<IReadOnlyList<string>> ValidateAsync(IEnumerable<string> plans)
    {
        var folder = await NodeFolder.ReadyAsync();
        using var node = Process.Start(new ProcessStartInfo("node", ["schema.cjs", Path.Combine(RepositoryFolder.Root, "exitdesk.schema.json")])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = node.StandardError.ReadToEndAsync();
        var found = node.StandardOutput.ReadToEndAsync();
        await node.StandardInput.WriteAsync(new JsonArray([.. plans.Select(plan => JsonNode.Parse(plan, null, Lenient))]).ToJsonString());
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await errors);
        return JsonSerializer.Deserialize<string[]>(await found)!;
    }
}
