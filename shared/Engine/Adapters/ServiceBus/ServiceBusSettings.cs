namespace ExitDesk.Engine.Adapters.ServiceBus;

/// <summary>Where the queues are: a connection string, or a host reached with the default Azure identity.</summary>
/// <param name="ConnectionString">Holds a key; null where there is a host.</param>
/// <param name="FullyQualifiedNamespace">For instance <c>desk.servicebus.windows.net</c>; null where there is a connection string.</param>
public sealed record ServiceBusSettings(string? ConnectionString, string? FullyQualifiedNamespace)
{
    /// <summary>Without the connection string: a record prints all its members.</summary>
    public override string ToString() => FullyQualifiedNamespace ?? "Service Bus by connection string";
}
