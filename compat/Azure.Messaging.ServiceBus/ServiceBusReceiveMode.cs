namespace Azure.Messaging.ServiceBus;

/// <summary>What receiving does to a message.</summary>
public enum ServiceBusReceiveMode
{
    /// <summary>It is locked for the queue's lock duration, to be completed or abandoned.</summary>
    PeekLock,

    /// <summary>It is gone once the queue has answered, whether or not the answer arrives.</summary>
    ReceiveAndDelete,
}
