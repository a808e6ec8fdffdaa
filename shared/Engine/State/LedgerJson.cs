using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ExitDesk.Engine.State;

/// <summary>How documents are written in the ledger: camel case, enums by name, nothing for null.</summary>
public static class LedgerJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { KeepOnlyFacts } },
        Converters = { new JsonStringEnumConverter(), new ColumnsJson(), new RuleSetJson() },
    };

    public static string Write<T>(T document) => JsonSerializer.Serialize(document, Options);

    /// <summary>Reads a document.</summary>
    /// <exception cref="LedgerDocumentException">The text is not such a document.</exception>
    public static T Read<T>(string key, string json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Options)
                ?? throw new LedgerDocumentException($"Ledger row {key} holds \"null\".");
        }
        catch (JsonException problem)
        {
            throw new LedgerDocumentException($"Ledger row {key} cannot be read at {problem.Path ?? "$"}: {problem.Message}", problem);
        }
    }

    // What follows from other properties is not written: it would be read back as nothing, and could contradict them.
    private static void KeepOnlyFacts(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        foreach (var property in type.Properties.Where(property => property.Set is null && property.AssociatedParameter is null))
        {
            property.ShouldSerialize = static (_, _) => false;
        }
    }
}
