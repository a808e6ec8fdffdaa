using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace ExitDesk.Architecture.Tests.Repository;

/// <summary>Asks a JSON Schema validator that is not ours, on Node, what a schema of ours allows.</summary>
internal static class SchemaValidator
{
    /// <summary>The schema of plans.</summary>
    public const string Plans = "exitdesk.schema.json";

    /// <summary>The schema of recommendations; it names that of plans.</summary>
    public const string Recommendations = "recommendation.schema.json";

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>What is wrong with each document; empty where the schema allows it. Skips the test on a machine without Node.js.</summary>
    /// <param name="documents">JSON, comments and trailing commas allowed: editors allow them too.</param>
    /// <param name="schemas">The one that is asked, then those that it names.</param>
    public static async Task<IReadOnlyList<string>> ValidateAsync(IEnumerable<string> documents, params string[] schemas)
    {
        var folder = await NodeFolder.ReadyAsync();
        using var node = Process.Start(new ProcessStartInfo("node", ["schema.cjs", .. schemas.Select(schema => Path.Combine(RepositoryFolder.Root, schema))])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = node.StandardError.ReadToEndAsync();
        var found = node.StandardOutput.ReadToEndAsync();
        await node.StandardInput.WriteAsync(new JsonArray([.. documents.Select(document => JsonNode.Parse(document, null, Lenient))]).ToJsonString());
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await errors);
        return JsonSerializer.Deserialize<string[]>(await found)!;
    }
}
