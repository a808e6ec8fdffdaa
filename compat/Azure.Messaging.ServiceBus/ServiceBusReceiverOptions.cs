namespace Azure.Messaging.ServiceBus;

/// <summary>How a receiver reads; read once, when the receiver is made.</summary>
public class ServiceBusReceiverOptions
{
    public ServiceBusReceiveMode ReceiveMode { get; set; } = ServiceBusReceiveMode.PeekLock;

    public SubQueue SubQueue { get; set; } = SubQueue.None;
}
