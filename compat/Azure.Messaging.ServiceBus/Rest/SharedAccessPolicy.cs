using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Messaging.ServiceBus.Rest;

/// <summary>Signs each attempt with the connection string's key, or shows its ready-made signature.</summary>
/// <remarks>One token serves the namespace, or the one queue the connection string is for, for most of an hour.</remarks>
internal sealed class SharedAccessPolicy(ServiceBusConnectionStringProperties properties, Uri address, TimeProvider time)
    : HttpPipelineSynchronousPolicy
{
    private static readonly TimeSpan Validity = TimeSpan.FromHours(1);

    // A token must outlive a long receive, and the two clocks may differ by some minutes.
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(10);

    private readonly string _resource = new Uri(address, properties.EntityPath ?? string.Empty).AbsoluteUri;
    private volatile Token? _token;

    public override void OnSendingRequest(HttpMessage message) =>
        message.Request.Headers.SetValue(HttpHeader.Names.Authorization, properties.SharedAccessSignature ?? Current());

    private string Current()
    {
        var now = time.GetUtcNow();
        var token = _token;
        if (token is null || token.Expires - now <= RenewBefore)
        {
            var expires = now + Validity;
            var (name, key) = (properties.SharedAccessKeyName!, properties.SharedAccessKey!);
            _token = token = new Token(SharedAccessSignature.Create(_resource, name, key, expires), expires);
        }

        return token.Text;
    }

    private sealed record Token(string Text, DateTimeOffset Expires);
}
