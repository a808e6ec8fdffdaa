using System.Text.Json;
using System.Text.Json.Serialization;
using ExitDesk.Engine.Ports.Ledger;

namespace ExitDesk.Engine.State;

/// <summary>Keeps the kinds of a history row's values while the row waits in the outbox: JSON alone would turn instants into texts.</summary>
internal sealed class ColumnsJson : JsonConverter<IReadOnlyDictionary<string, object>>
{
    private const string Instant = "at";

    public override IReadOnlyDictionary<string, object> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.EnumerateObject().ToDictionary(column => column.Name, column => Value(column.Value), StringComparer.Ordinal);
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, object> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, column) in HistoryColumns.Stored(value))
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, column is DateTimeOffset at ? new Dictionary<string, object> { [Instant] = at } : column, options);
        }

        writer.WriteEndObject();
    }

    private static object Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.Number when element.TryGetInt64(out var number) => number,
        JsonValueKind.True or JsonValueKind.False => element.GetBoolean(),
        JsonValueKind.Object when element.TryGetProperty(Instant, out var at) && at.TryGetDateTimeOffset(out var instant) => instant,
        _ => throw new JsonException($"a column cannot hold {element.GetRawText()}"),
    };
}
