namespace Azure.Messaging.ServiceBus.Rest;

/// <summary>Where a namespace speaks REST.</summary>
internal static class RestAddress
{
    public const string TokenScope = "https://servicebus.azure.net/.default";

    /// <summary>The development emulator, and only it, is spoken to in plain http.</summary>
    public static Uri Of(ServiceBusConnectionStringProperties properties)
    {
        var scheme = properties.UseDevelopmentEmulator ? Uri.UriSchemeHttp : Uri.UriSchemeHttps;
        return new UriBuilder(scheme, properties.Endpoint.Host, properties.Endpoint.Port).Uri;
    }

    /// <exception cref="ArgumentException">Not a bare host name.</exception>
    public static Uri Of(string fullyQualifiedNamespace)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fullyQualifiedNamespace);
        return Uri.CheckHostName(fullyQualifiedNamespace) is UriHostNameType.Unknown
            ? throw new ArgumentException(
                $"'{fullyQualifiedNamespace}' is not a host name. Expected <namespace>.servicebus.windows.net, without sb:// and path.",
                nameof(fullyQualifiedNamespace))
            : new UriBuilder(Uri.UriSchemeHttps, fullyQualifiedNamespace).Uri;
    }

    /// <summary>Escapes each part of a queue's path: a queue may be called <c>a/b c</c>.</summary>
    public static string Path(string entityPath) =>
        string.Join('/', entityPath.Split('/').Select(part => part.StartsWith('$') ? part : Uri.EscapeDataString(part)));
}
