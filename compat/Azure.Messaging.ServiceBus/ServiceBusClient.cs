using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Messaging.ServiceBus.Rest;

namespace Azure.Messaging.ServiceBus;

/// <summary>Opens senders and receivers of one namespace. Safe for concurrent use; keep one for the life of the process.</summary>
public class ServiceBusClient : IAsyncDisposable
{
    private readonly MessagingPipeline _pipeline;
    private readonly string? _onlyEntity;

    /// <inheritdoc cref="ServiceBusConnectionStringProperties.Parse"/>
    public ServiceBusClient(string connectionString)
        : this(connectionString, new ServiceBusClientOptions())
    {
    }

    /// <inheritdoc cref="ServiceBusConnectionStringProperties.Parse"/>
    public ServiceBusClient(string connectionString, ServiceBusClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var properties = ServiceBusConnectionStringProperties.Parse(connectionString);
        var address = RestAddress.Of(properties);
        FullyQualifiedNamespace = properties.FullyQualifiedNamespace;
        _onlyEntity = properties.EntityPath;
        _pipeline = new MessagingPipeline(address, new SharedAccessPolicy(properties, address, TimeProvider.System), options);
    }

    /// <summary>Signs in with tokens, always over https.</summary>
    /// <param name="fullyQualifiedNamespace">Host name alone, <c>name.servicebus.windows.net</c>.</param>
    /// <param name="credential">Gives tokens for <c>https://servicebus.azure.net/.default</c>.</param>
    /// <exception cref="ArgumentException">The namespace is not a host name.</exception>
    public ServiceBusClient(string fullyQualifiedNamespace, TokenCredential credential)
        : this(fullyQualifiedNamespace, credential, new ServiceBusClientOptions())
    {
    }

    /// <inheritdoc cref="ServiceBusClient(string, TokenCredential)"/>
    public ServiceBusClient(string fullyQualifiedNamespace, TokenCredential credential, ServiceBusClientOptions options)
        : this(fullyQualifiedNamespace, credential, options, transport: null)
    {
    }

    internal ServiceBusClient(
        string fullyQualifiedNamespace, TokenCredential credential, ServiceBusClientOptions options, HttpPipelineTransport? transport)
    {
        ArgumentNullException.ThrowIfNull(credential);
        ArgumentNullException.ThrowIfNull(options);
        var address = RestAddress.Of(fullyQualifiedNamespace);
        FullyQualifiedNamespace = address.Host;
        var policy = new BearerTokenAuthenticationPolicy(credential, RestAddress.TokenScope);
        _pipeline = new MessagingPipeline(address, policy, options, transport);
    }

    /// <summary>Host name of the namespace.</summary>
    public virtual string FullyQualifiedNamespace { get; }

    /// <summary>Makes no call: a queue that does not exist shows at the first send.</summary>
    /// <exception cref="ArgumentException">The connection string is for another queue.</exception>
    public virtual ServiceBusSender CreateSender(string queueOrTopicName) => new(_pipeline, Checked(queueOrTopicName));

    /// <inheritdoc cref="CreateReceiver(string, ServiceBusReceiverOptions)"/>
    public virtual ServiceBusReceiver CreateReceiver(string queueName) =>
        CreateReceiver(queueName, new ServiceBusReceiverOptions());

    /// <summary>Makes no call: a queue that does not exist shows at the first receive.</summary>
    /// <exception cref="ArgumentException">The connection string is for another queue.</exception>
    public virtual ServiceBusReceiver CreateReceiver(string queueName, ServiceBusReceiverOptions? options) =>
        new(_pipeline, Checked(queueName), options ?? new ServiceBusReceiverOptions());

    /// <summary>Nothing to release: connections belong to the process.</summary>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private string Checked(string queue)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(queue);
        return _onlyEntity is null || string.Equals(queue, _onlyEntity, StringComparison.OrdinalIgnoreCase)
            ? queue
            : throw new ArgumentException(
                $"The connection string is for queue '{_onlyEntity}' (EntityPath), not '{queue}'.", nameof(queue));
    }
}
