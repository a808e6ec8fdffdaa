namespace Azure.Messaging.ServiceBus;

/// <summary>Why a call failed, as far as the REST data plane tells. Values are the official ones.</summary>
public enum ServiceBusFailureReason
{
    /// <summary>Refused or failed for a reason that has no name here; the message says which.</summary>
    GeneralError = 0,

    /// <summary>No such queue.</summary>
    MessagingEntityNotFound = 1,

    /// <summary>The lock expired, or the message is already settled.</summary>
    MessageLockLost = 2,

    /// <summary>The message is larger than the queue takes.</summary>
    MessageSizeExceeded = 4,

    /// <summary>The queue is full, or the message too large: the REST data plane answers both with 403.</summary>
    QuotaExceeded = 6,

    /// <summary>Throttled or overloaded; worth another try after a pause.</summary>
    ServiceBusy = 7,

    /// <summary>No answer in time; whether the call took effect is not known.</summary>
    ServiceTimeout = 8,

    /// <summary>No connection, or one that broke; whether the call took effect is not known.</summary>
    ServiceCommunicationProblem = 9,
}
