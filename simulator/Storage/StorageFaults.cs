using ExitDesk.Simulator.Faults;

namespace ExitDesk.Simulator.Storage;

/// <summary>What can go wrong between the function app and a storage that runs.</summary>
internal sealed class StorageFaults(FaultPlan faults)
{
    /// <summary>The faults that strike here.</summary>
    public static IReadOnlyList<Fault> Kinds { get; } =
        [Fault.StorageConflict, Fault.StorageBusy, Fault.StorageUnavailable, Fault.StorageTimeoutAfterCommit];

    // More than a client repeats a call: some get through to whoever asked.
    private const int BusyCalls = 8;

    private static readonly StorageRefusal Unavailable = new(503, "ServerBusy", "The server is busy.");
    private static readonly StorageRefusal Busy = new(409, "TableBeingDeleted", "The specified table is being deleted. Try operation later.");

    private int _unavailable;

    /// <summary>Decides a call that has not reached the storage.</summary>
    /// <param name="changes">The transaction that it carries; null: it reads, or writes a single row.</param>
    /// <returns>Null: it may pass.</returns>
    public StorageRefusal? Refuse(ChangeSetText? changes)
    {
        if (Interlocked.Decrement(ref _unavailable) >= 0)
        {
            return Unavailable;
        }

        if (faults.Hits(Fault.StorageUnavailable, 0.002))
        {
            Interlocked.Exchange(ref _unavailable, BusyCalls - 1);
            return Unavailable;
        }

        return changes is null ? null
            : faults.Hits(Fault.StorageBusy, 0.01) ? Busy
            : changes.Conditional is { } change && faults.Hits(Fault.StorageConflict, 0.02)
                ? new StorageRefusal(412, "UpdateConditionNotSatisfied", "The update condition specified in the request was not satisfied.", change)
            : null;
    }

    /// <summary>Decides a call that the storage has done.</summary>
    public bool LosesAnswer(ChangeSetText? changes) => changes is not null && faults.Hits(Fault.StorageTimeoutAfterCommit, 0.01);
}
