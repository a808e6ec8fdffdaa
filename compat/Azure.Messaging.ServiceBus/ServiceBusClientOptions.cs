namespace Azure.Messaging.ServiceBus;

/// <summary>How a client talks; read once, when the client is made.</summary>
public class ServiceBusClientOptions
{
    public ServiceBusRetryOptions RetryOptions { get; set; } = new();
}
