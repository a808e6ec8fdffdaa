using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Ledger;

namespace ExitDesk.Engine.State;

/// <summary>One decision: rows, messages, audit and words to the owner that commit together or not at all.</summary>
public sealed class LedgerBatch
{
    private readonly List<LedgerChange> _changes = [];
    private readonly List<OutboxEntry> _posted = [];

    public IReadOnlyList<LedgerChange> Changes => _changes;

    /// <summary>What must leave the ledger once the commit stands.</summary>
    public IReadOnlyList<OutboxEntry> Posted => _posted;

    public LedgerBatch Insert<T>(string key, T document) => Add(new LedgerChange.Insert(key, LedgerJson.Write(document)));

    public LedgerBatch Replace<T>(string key, T document, string version) =>
        Add(new LedgerChange.Replace(key, LedgerJson.Write(document), version));

    public LedgerBatch Put<T>(string key, T document) => Add(new LedgerChange.Put(key, LedgerJson.Write(document)));

    public LedgerBatch Delete(string key, string? version = null) => Add(new LedgerChange.Delete(key, version));

    public LedgerBatch Post(OutboxEntry entry)
    {
        _posted.Add(entry);
        return Put(LedgerKeys.OutboxEntry(entry.Id), entry);
    }

    private LedgerBatch Add(LedgerChange change)
    {
        _changes.Add(change);
        return this;
    }
}
