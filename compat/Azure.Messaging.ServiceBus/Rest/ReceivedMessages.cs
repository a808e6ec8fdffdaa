using System.Text.Json;

namespace Azure.Messaging.ServiceBus.Rest;

/// <summary>Reads a delivered message out of a response.</summary>
internal static class ReceivedMessages
{
    /// <exception cref="ServiceBusException">The answer has no readable BrokerProperties: whoever answered is not Service Bus.</exception>
    public static ServiceBusReceivedMessage Read(Response response, string entity)
    {
        using var document = Parse(response) ?? throw new ServiceBusException(
            false, $"The answer {response.Status} carries no readable {BrokerProperties.HeaderName} header.", entity);
        var properties = document.RootElement;
        return new ServiceBusReceivedMessage
        {
            // The body outlives the response, whose buffer does not.
            Body = new BinaryData(response.Content.ToArray()),
            MessageId = BrokerProperties.Text(properties, "MessageId") ?? string.Empty,
            Subject = BrokerProperties.Text(properties, "Label"),
            CorrelationId = BrokerProperties.Text(properties, "CorrelationId"),
            ContentType = response.Headers.ContentType,
            ApplicationProperties = PropertyHeaders.Read(response.Headers),
            DeliveryCount = checked((int)BrokerProperties.Whole(properties, "DeliveryCount")),
            LockToken = BrokerProperties.Text(properties, "LockToken") ?? string.Empty,
            LockedUntil = LockedUntil(properties),
            EnqueuedTime = BrokerProperties.Instant(properties, "EnqueuedTimeUtc"),
            SequenceNumber = BrokerProperties.Whole(properties, "SequenceNumber"),
            TimeToLive = BrokerProperties.Duration(properties, "TimeToLive"),
        };
    }

    /// <summary>When the lock ends, or null if the response does not say.</summary>
    public static DateTimeOffset? LockedUntil(Response response)
    {
        using var document = Parse(response);
        var until = document is null ? default : LockedUntil(document.RootElement);
        return until == default ? null : until;
    }

    // The documented property is an HTTP date of whole seconds; the simulator says it exactly as well.
    private static DateTimeOffset LockedUntil(JsonElement properties) =>
        BrokerProperties.Instant(properties, "LockedUntilExact") is var exact && exact != default
            ? exact
            : BrokerProperties.Instant(properties, "LockedUntilUtc");

    private static JsonDocument? Parse(Response response)
    {
        if (!response.Headers.TryGetValue(BrokerProperties.HeaderName, out var header))
        {
            return null;
        }

        try
        {
            var document = JsonDocument.Parse(header);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
