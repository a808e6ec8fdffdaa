using System.Text.Json;
using System.Text.Json.Serialization;

namespace Alpaca.Markets;

/// <summary>Reads a time with any offset, or none, which means UTC; gives UTC.</summary>
internal sealed class UtcDateTimeConverter : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTime() switch
        {
            { Kind: DateTimeKind.Unspecified } bare => DateTime.SpecifyKind(bare, DateTimeKind.Utc),
            // Not through local time, which is ambiguous in the hour that a zone's autumn change repeats.
            _ => reader.GetDateTimeOffset().UtcDateTime,
        };

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
