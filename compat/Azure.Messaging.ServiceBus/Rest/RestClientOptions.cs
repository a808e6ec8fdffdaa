using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Messaging.ServiceBus.Rest;

/// <summary>The pipeline's settings, made of the client's.</summary>
internal sealed class RestClientOptions : ClientOptions
{
    public RestClientOptions(ServiceBusRetryOptions retry, HttpPipelineTransport? transport)
    {
        Retry.MaxRetries = retry.MaxRetries;
        Retry.Delay = retry.Delay;
        Retry.MaxDelay = retry.MaxDelay;
        Retry.Mode = RetryMode.Exponential;
        Retry.NetworkTimeout = retry.TryTimeout;
        Diagnostics.IsLoggingContentEnabled = false;
        if (transport is not null)
        {
            Transport = transport;
        }
    }
}
