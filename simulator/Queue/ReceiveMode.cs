namespace ExitDesk.Simulator.Queue;

/// <summary>What receiving does to a message.</summary>
public enum ReceiveMode
{
    /// <summary>Locks it.</summary>
    PeekLock,

    /// <summary>Deletes it.</summary>
    ReceiveAndDelete,
}
