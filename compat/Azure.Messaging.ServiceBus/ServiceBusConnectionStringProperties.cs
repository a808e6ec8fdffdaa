namespace Azure.Messaging.ServiceBus;

/// <summary>What a Service Bus connection string says.</summary>
/// <remarks><see cref="ToString"/> leaves the secrets out.</remarks>
public class ServiceBusConnectionStringProperties
{
    private const string Example =
        "Endpoint=sb://<namespace>.servicebus.windows.net/;SharedAccessKeyName=<name>;SharedAccessKey=<key>";

    /// <summary>The namespace, <c>sb://name.servicebus.windows.net/</c>.</summary>
    public Uri Endpoint { get; private init; } = null!;

    /// <summary>The one queue the string is for, or null for all of the namespace.</summary>
    public string? EntityPath { get; private init; }

    public string FullyQualifiedNamespace => Endpoint.Host;

    public string? SharedAccessKey { get; private init; }

    public string? SharedAccessKeyName { get; private init; }

    /// <summary>A token made beforehand, in place of a key; null if there is a key.</summary>
    public string? SharedAccessSignature { get; private init; }

    internal bool UseDevelopmentEmulator { get; private init; }

    /// <summary>Reads a connection string.</summary>
    /// <exception cref="ArgumentException">Empty, or an entry is missing, superfluous or has a wrong value; says which.</exception>
    /// <exception cref="FormatException">Not a list of <c>name=value</c> separated by semicolons.</exception>
    public static ServiceBusConnectionStringProperties Parse(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        var entries = Entries(connectionString);
        var properties = new ServiceBusConnectionStringProperties
        {
            Endpoint = Address(entries.GetValueOrDefault("Endpoint")),
            EntityPath = entries.GetValueOrDefault("EntityPath"),
            SharedAccessKeyName = entries.GetValueOrDefault("SharedAccessKeyName"),
            SharedAccessKey = entries.GetValueOrDefault("SharedAccessKey"),
            SharedAccessSignature = entries.GetValueOrDefault("SharedAccessSignature"),
            UseDevelopmentEmulator = Flag(entries.GetValueOrDefault("UseDevelopmentEmulator")),
        };
        properties.RequireCredential();
        return properties;
    }

    public override string ToString() => $"{Endpoint}{EntityPath}";

    private static Dictionary<string, string> Entries(string connectionString)
    {
        var entries = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var parts = connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var index = 0; index < parts.Length; index++)
        {
            // A value may hold '=' (keys are base64), a name may not. A part is never quoted in an error: it may be the key.
            var separator = parts[index].IndexOf('=', StringComparison.Ordinal);
            if (separator <= 0)
            {
                throw new FormatException($"Service Bus connection string: entry {index + 1} is not name=value. Expected {Example}.");
            }

            var name = parts[index][..separator].Trim();
            var value = parts[index][(separator + 1)..].Trim();
            if (value.Length > 0 && !entries.TryAdd(name, value))
            {
                throw new ArgumentException($"Service Bus connection string: {name} is given twice.", nameof(connectionString));
            }
        }

        return entries;
    }

    private static Uri Address(string? endpoint) =>
        endpoint is not null && Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && address.Host.Length > 0
            ? address
            : throw Invalid($"Endpoint {(endpoint is null ? "is missing" : $"'{endpoint}' is not an address")}");

    private static bool Flag(string? value) =>
        value is null ? false
        : bool.TryParse(value, out var flag) ? flag
        : throw Invalid($"UseDevelopmentEmulator must be true or false, not '{value}'");

    private void RequireCredential()
    {
        var problem = (SharedAccessKeyName, SharedAccessKey, SharedAccessSignature) switch
        {
            (null, null, null) => "neither a key (SharedAccessKeyName, SharedAccessKey) nor a SharedAccessSignature is given",
            (not null, null, null) => "SharedAccessKey is missing",
            (null, not null, null) => "SharedAccessKeyName is missing",
            (null, null, not null) or (not null, not null, null) => null,
            _ => "a SharedAccessSignature excludes SharedAccessKeyName and SharedAccessKey",
        };
        if (problem is not null)
        {
            throw Invalid(problem);
        }
    }

    private static ArgumentException Invalid(string problem) =>
        new($"Service Bus connection string: {problem}. Expected {Example}.");
}
