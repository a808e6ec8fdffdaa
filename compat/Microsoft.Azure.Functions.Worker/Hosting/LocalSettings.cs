using System.Text.Json;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>Reads <c>local.settings.json</c>, the app settings of a host on a desk.</summary>
internal static class LocalSettings
{
    public const string FileName = "local.settings.json";

    private static readonly JsonDocumentOptions Lenient =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Puts each of the file's <c>Values</c> into the environment variable of its name, unless that is set.</summary>
    /// <remarks>No file is no error. A file that cannot be read leaves the environment as it was.</remarks>
    /// <exception cref="UnusableApplicationException">The file cannot be read; the message names the place.</exception>
    public static void IntoEnvironment(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return;
        }

        foreach (var (name, value) in Read(path))
        {
            if (Environment.GetEnvironmentVariable(name) is null)
            {
                Environment.SetEnvironmentVariable(name, value);
            }
        }
    }

    private static List<(string Name, string Value)> Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path), Lenient);
            return Values(document.RootElement, path);
        }
        catch (JsonException malformed)
        {
            var place = $"{path}, line {malformed.LineNumber + 1}, column {malformed.BytePositionInLine + 1}";
            throw new UnusableApplicationException($"{place}: this is not JSON. Correct it there, or remove the file.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UnusableApplicationException($"{path}: cannot be read ({unreadable.Message}).");
        }
    }

    private static List<(string Name, string Value)> Values(JsonElement root, string path)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new UnusableApplicationException($"{path}: must be an object with the settings in \"Values\".");
        }

        if (root.TryGetProperty("IsEncrypted", out var encrypted) && encrypted.ValueKind == JsonValueKind.True)
        {
            throw new UnusableApplicationException(
                $"{path}: encrypted settings are not covered; set \"IsEncrypted\" to false and write them plainly.");
        }

        if (!root.TryGetProperty("Values", out var values))
        {
            return [];
        }

        if (values.ValueKind != JsonValueKind.Object)
        {
            throw new UnusableApplicationException($"{path}: \"Values\" must be an object of names and texts.");
        }

        var nested = values.EnumerateObject()
            .Where(setting => setting.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            .Select(setting => $"{path}: \"Values\" → \"{setting.Name}\" must be a text, a number, true or false.")
            .ToList();
        if (nested.Count > 0)
        {
            throw new UnusableApplicationException(nested);
        }

        return [.. values.EnumerateObject().Select(setting => (setting.Name, setting.Value.ToString()))];
    }
}
