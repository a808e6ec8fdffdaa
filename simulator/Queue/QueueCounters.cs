namespace ExitDesk.Simulator.Queue;

/// <summary>What has happened on a queue so far.</summary>
public sealed record QueueCounters
{
    /// <summary>Messages taken in; those dropped as duplicates are not among them.</summary>
    public int Sent { get; init; }

    /// <summary>Handed to a receiver, repetitions included.</summary>
    public int Delivered { get; init; }

    public int Completed { get; init; }

    /// <summary>Given back by a receiver.</summary>
    public int Abandoned { get; init; }

    /// <summary>Locks that ended by themselves.</summary>
    public int LocksExpired { get; init; }

    /// <summary>Moved to the dead-letter queue.</summary>
    public int DeadLettered { get; init; }

    public int DuplicatesDropped { get; init; }

    /// <summary>Outlived themselves, wherever they went then.</summary>
    public int Expired { get; init; }

    /// <summary>Lost on purpose.</summary>
    public int Lost { get; init; }
}
