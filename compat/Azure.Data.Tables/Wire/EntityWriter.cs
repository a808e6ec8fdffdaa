using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Azure.Data.Tables.Wire;

/// <summary>Writes a row as the service's JSON, each property with its type where JSON alone would lose it.</summary>
internal static class EntityWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="NotSupportedException">A property's type is none of the service's.</exception>
    public static ReadOnlyMemory<byte> Write(ITableEntity entity)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        foreach (var (name, value) in Properties(entity))
        {
            // The service ignores a null property; leaving it out says the same in fewer bytes.
            if (value is not null && name is not (PropertyName.ETag or PropertyName.Timestamp))
            {
                WriteProperty(json, name, value);
            }
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static IEnumerable<KeyValuePair<string, object?>> Properties(ITableEntity entity) =>
        entity as IEnumerable<KeyValuePair<string, object?>> ?? EntityShape.Of(entity.GetType()).Values(entity);

    private static void WriteProperty(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteString(name, text);
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case long number:
                WriteTyped(json, name, EdmType.Int64, number.ToString(CultureInfo.InvariantCulture));
                break;
            case double number when double.IsFinite(number):
                json.WriteString(name + PropertyName.TypeSuffix, EdmType.Double);
                json.WritePropertyName(name);
                json.WriteRawValue(WireText.Double(number));
                break;
            case double number:
                WriteTyped(json, name, EdmType.Double, WireText.Double(number));
                break;
            case Guid id:
                WriteTyped(json, name, EdmType.Guid, id.ToString());
                break;
            case DateTimeOffset instant:
                WriteTyped(json, name, EdmType.DateTime, WireText.Instant(instant.UtcDateTime));
                break;
            case DateTime { Kind: DateTimeKind.Utc } instant:
                WriteTyped(json, name, EdmType.DateTime, WireText.Instant(instant));
                break;
            case DateTime:
                throw new NotSupportedException($"Property '{name}' is a DateTime that is not UTC. Convert it, or use DateTimeOffset.");
            case byte[] bytes:
                WriteTyped(json, name, EdmType.Binary, Convert.ToBase64String(bytes));
                break;
            case BinaryData data:
                WriteTyped(json, name, EdmType.Binary, Convert.ToBase64String(data));
                break;
            default:
                throw new NotSupportedException(
                    $"Property '{name}' is of type {value.GetType()}, which the Table service cannot store. " +
                    "Use string, int, long, double, bool, DateTimeOffset, Guid, byte[] or BinaryData.");
        }
    }

    private static void WriteTyped(Utf8JsonWriter json, string name, string type, string value)
    {
        json.WriteString(name + PropertyName.TypeSuffix, type);
        json.WriteString(name, value);
    }
}
