using System.Text.Json;
using System.Text.Json.Serialization;

namespace Alpaca.Markets;

/// <summary>How Alpaca's JSON is read: numbers may be strings, times may carry an offset, unknown fields are ignored.</summary>
internal static class WireJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        RespectNullableAnnotations = true,
        Converters = { new UtcDateTimeConverter() },
    };
}
