using Azure.Messaging.ServiceBus;

namespace ExitDesk.Engine.Adapters.ServiceBus;

/// <summary>Where the queues are: a connection string, or a host reached with the default Azure identity.</summary>
/// <param name="ConnectionString">Holds a key; null where there is a host.</param>
/// <param name="FullyQualifiedNamespace">For instance <c>desk.servicebus.windows.net</c>; null where there is a connection string.</param>
public sealed record ServiceBusSettings(string? ConnectionString, string? FullyQualifiedNamespace)
{
    /// <summary>Why the queues cannot be opened with a connection string; null if they can. Quotes no part of it.</summary>
    public static string? ProblemOf(string connection)
    {
        try
        {
            var parts = ServiceBusConnectionStringProperties.Parse(connection);
            var hasKey = !string.IsNullOrEmpty(parts.SharedAccessKeyName) && !string.IsNullOrEmpty(parts.SharedAccessKey);
            return string.IsNullOrEmpty(parts.Endpoint?.Host) ? "has no Endpoint="
                : hasKey == !string.IsNullOrEmpty(parts.SharedAccessSignature) ? "needs either SharedAccessKeyName= with SharedAccessKey=, or SharedAccessSignature="
                : !string.IsNullOrEmpty(parts.EntityPath) ? "has an EntityPath= and so is for one queue; the desk needs one for the namespace"
                : null;
        }
        catch (Exception problem) when (problem is FormatException or ArgumentException or IndexOutOfRangeException)
        {
            // The official parser leaves its bounds at an entry without a name ("=x").
            return "is no Service Bus connection string";
        }
    }

    /// <summary>Without the connection string: a record prints all its members.</summary>
    public override string ToString() => FullyQualifiedNamespace ?? "Service Bus by connection string";
}
