namespace Azure.Messaging.ServiceBus;

/// <summary>A Service Bus call that failed. Never carries a key or a token.</summary>
public class ServiceBusException : Exception
{
    public ServiceBusException()
        : this(false, "Service Bus call failed.")
    {
    }

    /// <param name="isTransient">Whether the same call may succeed later.</param>
    /// <param name="message">What happened.</param>
    /// <param name="entityName">The queue, or null if none is concerned.</param>
    /// <param name="reason">Why.</param>
    /// <param name="innerException">What caused it, or null.</param>
    public ServiceBusException(
        bool isTransient,
        string message,
        string? entityName = null,
        ServiceBusFailureReason reason = ServiceBusFailureReason.GeneralError,
        Exception? innerException = null)
        : base(message, innerException)
    {
        IsTransient = isTransient;
        EntityPath = entityName;
        Reason = reason;
    }

    /// <summary>Takes <see cref="IsTransient"/> from the reason.</summary>
    public ServiceBusException(
        string message, ServiceBusFailureReason reason, string? entityPath = null, Exception? innerException = null)
        : this(PassesByItself(reason), message, entityPath, reason, innerException)
    {
    }

    /// <summary>Whether the same call may succeed later.</summary>
    public bool IsTransient { get; }

    public ServiceBusFailureReason Reason { get; }

    /// <summary>The queue, with its sub-queue, or null if none is concerned.</summary>
    public string? EntityPath { get; }

    public override string Message =>
        EntityPath is null ? $"{base.Message} ({Reason})" : $"{base.Message} ({Reason}, {EntityPath})";

    private static bool PassesByItself(ServiceBusFailureReason reason) => reason is ServiceBusFailureReason.ServiceBusy
        or ServiceBusFailureReason.ServiceTimeout or ServiceBusFailureReason.ServiceCommunicationProblem;
}
