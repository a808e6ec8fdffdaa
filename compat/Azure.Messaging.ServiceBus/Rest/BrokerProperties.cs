using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Azure.Messaging.ServiceBus.Rest;

/// <summary>The BrokerProperties header: one JSON object, ASCII with escapes.</summary>
/// <remarks>
/// https://learn.microsoft.com/rest/api/servicebus/message-headers-and-properties (read 2026-11): durations in seconds,
/// instants as HTTP dates, properties that the service does not know are ignored.
/// </remarks>
internal static class BrokerProperties
{
    public const string HeaderName = "BrokerProperties";

    public static string Write(ServiceBusMessage message, DateTimeOffset scheduled)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteText(json, "MessageId", message.MessageId);
            WriteText(json, "Label", message.Subject);
            WriteText(json, "CorrelationId", message.CorrelationId);
            if (message.TimeToLive != TimeSpan.MaxValue)
            {
                json.WriteNumber("TimeToLive", message.TimeToLive.TotalSeconds);
            }

            WriteSchedule(json, scheduled);
            json.WriteEndObject();
        }

        return Encoding.ASCII.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>A duration in seconds; nothing or too much for a TimeSpan means without end.</summary>
    public static TimeSpan Duration(JsonElement properties, string name) =>
        Number(properties, name) is { } seconds and > 0 && seconds < TimeSpan.MaxValue.TotalSeconds
            ? TimeSpan.FromSeconds(seconds)
            : TimeSpan.MaxValue;

    /// <summary>An instant; default if absent or unreadable.</summary>
    public static DateTimeOffset Instant(JsonElement properties, string name)
    {
        var text = Text(properties, name);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.ToUniversalTime()
            : default;
    }

    public static string? Text(JsonElement properties, string name) =>
        properties.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static long Whole(JsonElement properties, string name) =>
        properties.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
            ? number
            : 0;

    private static double? Number(JsonElement properties, string name) =>
        properties.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteSchedule(Utf8JsonWriter json, DateTimeOffset scheduled)
    {
        if (scheduled == default)
        {
            return;
        }

        // An HTTP date has whole seconds: round up, a message must not be early. The exact instant goes along in a property
        // that the service ignores and a receiver of this wire may use.
        var fraction = scheduled.Ticks % TimeSpan.TicksPerSecond;
        var whole = fraction == 0 ? scheduled : scheduled.AddTicks(TimeSpan.TicksPerSecond - fraction);
        json.WriteString("ScheduledEnqueueTimeUtc", whole.UtcDateTime.ToString("R", CultureInfo.InvariantCulture));
        json.WriteString("ScheduledEnqueueTimeExact", scheduled.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
    }
}
