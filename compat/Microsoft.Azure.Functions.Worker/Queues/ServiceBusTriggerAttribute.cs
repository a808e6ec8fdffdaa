namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function for each message of a queue; the parameter receives the body as text.</summary>
/// <param name="queueName">
/// The queue, with <c>/$deadletterqueue</c> behind it for its dead letters; <c>%NAME%</c> stands for the app setting of that name.
/// </param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ServiceBusTriggerAttribute(string queueName) : Attribute
{
    public string? QueueName { get; } = queueName;

    /// <summary>
    /// Name of the app setting that holds the connection string, or of the group of settings whose
    /// <c>__fullyQualifiedNamespace</c> names the namespace to reach by identity. Null means <c>AzureWebJobsServiceBus</c>.
    /// </summary>
    public string? Connection { get; set; }
}
