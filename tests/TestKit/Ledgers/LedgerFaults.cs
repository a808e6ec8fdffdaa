namespace ExitDesk.TestKit.Ledgers;

/// <summary>The switches of an <see cref="InMemoryLedger"/>. Thread-safe.</summary>
public sealed class LedgerFaults
{
    private readonly Lock _gate = new();
    private readonly Queue<CommitFault?> _commits = new();
    private int? _rowsUntilAppendFails;
    private volatile bool _readsFail;

    /// <summary>While true, every read throws <see cref="Engine.Ports.Ledger.LedgerUnavailableException"/>.</summary>
    public bool ReadsFail
    {
        get => _readsFail;
        set => _readsFail = value;
    }

    /// <summary>Runs before each commit is decided, outside of the ledger's lock: here another writer can be faster.</summary>
    public Func<Task>? BeforeCommit { get; set; }

    /// <summary>Lets this happen to the next commit that has no fault yet.</summary>
    public void FailNextCommit(CommitFault fault) => Enqueue(fault);

    /// <summary>Lets the next commit that has no fault yet pass, so that a later one can fail.</summary>
    public void PassNextCommit() => Enqueue(null);

    /// <summary>Lets the next append fail after so many of its rows are written.</summary>
    public void FailNextAppendAfter(int rows)
    {
        lock (_gate)
        {
            _rowsUntilAppendFails = rows;
        }
    }

    internal CommitFault? TakeCommit()
    {
        lock (_gate)
        {
            return _commits.TryDequeue(out var fault) ? fault : null;
        }
    }

    internal int? TakeAppend()
    {
        lock (_gate)
        {
            var rows = _rowsUntilAppendFails;
            _rowsUntilAppendFails = null;
            return rows;
        }
    }

    private void Enqueue(CommitFault? fault)
    {
        lock (_gate)
        {
            _commits.Enqueue(fault);
        }
    }
}
