using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Alpaca.Markets;

/// <summary>Reads <c>09:30</c> and <c>0930</c>: the calendar writes trading hours one way and session hours the other.</summary>
internal sealed class ClockTimeConverter : JsonConverter<TimeOnly>
{
    private static readonly string[] Formats = ["HH:mm", "HHmm"];

    public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TimeOnly.TryParseExact(reader.GetString(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw new JsonException("A time of day must read as 09:30 or 0930.");

    public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(Formats[0], CultureInfo.InvariantCulture));
}
