using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace ExitDesk.Simulator.Queue;

/// <summary>Messages as HTTP carries them.</summary>
/// <remarks>
/// https://learn.microsoft.com/rest/api/servicebus/message-headers-and-properties (read 2026-11). Instants are wall time.
/// </remarks>
internal sealed class QueueWire(WallTime time)
{
    private const string BrokerProperties = "BrokerProperties";

    // In seconds: 3000 years, which a TimeSpan holds and no message needs.
    private const double LongestLife = 1e11;

    private static readonly HashSet<string> NotProperties = new(StringComparer.OrdinalIgnoreCase)
    {
        BrokerProperties, "Accept", "Accept-Encoding", "Authorization", "Connection", "Content-Length", "Content-Type", "Date",
        "Expect", "Host", "Request-Id", "Transfer-Encoding", "User-Agent", "traceparent", "tracestate",
    };

    /// <summary>Reads a message and its delay.</summary>
    /// <exception cref="FormatException">A header cannot be read; says which.</exception>
    public async Task<(QueueMessage Message, TimeSpan Delay)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        var properties = Properties(request.Headers[BrokerProperties]);
        var scheduled = Instant(properties, "ScheduledEnqueueTimeExact") ?? Instant(properties, "ScheduledEnqueueTimeUtc");
        var message = new QueueMessage(body.ToArray(), Text(properties, "MessageId"))
        {
            Label = Text(properties, "Label"),
            CorrelationId = Text(properties, "CorrelationId"),
            ContentType = request.ContentType,
            TimeToLive = Duration(properties, "TimeToLive"),
            Properties = request.Headers.Where(header => IsProperty(header.Key))
                .ToDictionary(header => header.Key, header => Ascii(header.Key, header.Value)),
        };
        return (message, scheduled is { } instant ? time.DelayUntil(instant) : TimeSpan.Zero);
    }

    public async Task WriteAsync(Delivery delivery, string location, HttpResponse response, CancellationToken cancellationToken)
    {
        var message = delivery.Message;
        response.StatusCode = delivery.LockedUntil is null ? StatusCodes.Status200OK : StatusCodes.Status201Created;
        response.ContentType = message.ContentType;
        response.ContentLength = message.Body.Length;
        response.Headers[BrokerProperties] = Properties(delivery).ToJsonString();
        if (delivery.LockedUntil is not null)
        {
            response.Headers.Location = $"{location}/{delivery.SequenceNumber}/{delivery.LockToken}";
        }

        foreach (var (name, value) in message.Properties)
        {
            response.Headers[name] = value;
        }

        await response.Body.WriteAsync(message.Body, cancellationToken).ConfigureAwait(false);
    }

    public void WriteLock(DateTimeOffset lockedUntil, HttpResponse response)
    {
        var properties = new JsonObject();
        WriteLock(lockedUntil, properties);
        response.Headers[BrokerProperties] = properties.ToJsonString();
    }

    private JsonObject Properties(Delivery delivery)
    {
        var properties = new JsonObject
        {
            ["MessageId"] = delivery.Message.MessageId,
            ["DeliveryCount"] = delivery.DeliveryCount,
            ["SequenceNumber"] = delivery.SequenceNumber,
            ["EnqueuedTimeUtc"] = HttpDate(delivery.EnqueuedAt),
            ["State"] = "Active",
        };
        Add("Label", delivery.Message.Label);
        Add("CorrelationId", delivery.Message.CorrelationId);
        Add("TimeToLive", delivery.Message.TimeToLive?.TotalSeconds);
        if (delivery.LockedUntil is { } until)
        {
            properties["LockToken"] = delivery.LockToken.ToString();
            WriteLock(until, properties);
        }

        return properties;

        void Add(string name, JsonNode? value)
        {
            if (value is not null)
            {
                properties[name] = value;
            }
        }
    }

    // A fast day's lock may be shorter than the whole seconds of an HTTP date: the exact instant goes along.
    private void WriteLock(DateTimeOffset lockedUntil, JsonObject properties)
    {
        properties["LockedUntilUtc"] = HttpDate(lockedUntil);
        properties["LockedUntilExact"] = time.Of(lockedUntil).UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
    }

    private string HttpDate(DateTimeOffset marketInstant) =>
        time.Of(marketInstant).UtcDateTime.ToString("R", CultureInfo.InvariantCulture);

    private static bool IsProperty(string name) =>
        !NotProperties.Contains(name) && !name.StartsWith("x-ms-", StringComparison.OrdinalIgnoreCase);

    private static string Ascii(string name, StringValues value) => value.ToString() is var text && text.All(char.IsAscii)
        ? text
        : throw new FormatException($"Header {name} is not ASCII.");

    private static JsonElement Properties(StringValues header)
    {
        try
        {
            var properties = JsonSerializer.Deserialize<JsonElement>(StringValues.IsNullOrEmpty(header) ? "{}" : header.ToString());
            return properties.ValueKind == JsonValueKind.Object
                ? properties
                : throw new FormatException($"{BrokerProperties} is not a JSON object.");
        }
        catch (JsonException exception)
        {
            throw new FormatException($"{BrokerProperties} is not JSON.", exception);
        }
    }

    private static string? Text(JsonElement properties, string name) => !properties.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw new FormatException($"{BrokerProperties}: {name} is not text.");

    private static TimeSpan? Duration(JsonElement properties, string name) => !properties.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.Number && value.GetDouble() is > 0 and < LongestLife and var seconds
            ? TimeSpan.FromSeconds(seconds)
        : throw new FormatException($"{BrokerProperties}: {name} is not a number of seconds above zero.");

    private static DateTimeOffset? Instant(JsonElement properties, string name) => Text(properties, name) is not { } text ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant
        : throw new FormatException($"{BrokerProperties}: {name} is not a date.");
}
