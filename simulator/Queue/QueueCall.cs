namespace ExitDesk.Simulator.Queue;

/// <summary>An operation of the Service Bus REST data plane.</summary>
internal enum QueueCall
{
    Send,
    PeekLock,
    ReceiveAndDelete,
    Complete,
    Unlock,
    RenewLock,
}
