using ExitDesk.Engine.Ports.Ledger;

namespace ExitDesk.Engine.Adapters.Tables;

/// <summary>Storage transactions since the start, as they are billed: a page of a list is one, and so is a commit.</summary>
public sealed class TableTransactions : ILedgerTraffic
{
    private long _reads;
    private long _writes;

    public long Reads => Interlocked.Read(ref _reads);

    public long Writes => Interlocked.Read(ref _writes);

    internal void CountRead() => Interlocked.Increment(ref _reads);

    internal void CountWrite() => Interlocked.Increment(ref _writes);
}
