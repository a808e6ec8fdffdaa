using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.TestKit.Ledgers;

namespace ExitDesk.TestKit.Desk;

/// <summary>A ledger whose writes count as effects.</summary>
public sealed class CountedLedger(InMemoryLedger inner, EffectCounter effects) : ILedger, ILedgerTraffic
{
    /// <summary>Reads and writes so far.</summary>
    public long Calls => Reads + Writes;

    public long Reads { get; private set; }

    public long Writes { get; private set; }

    public Task<LedgerRow?> FindAsync(string key, CancellationToken cancellationToken)
    {
        effects.Check();
        Reads++;
        return inner.FindAsync(key, cancellationToken);
    }

    public Task<IReadOnlyList<LedgerRow>> ListAsync(string prefix, CancellationToken cancellationToken)
    {
        effects.Check();
        Reads++;
        return inner.ListAsync(prefix, cancellationToken);
    }

    public async Task<CommitOutcome> CommitAsync(IReadOnlyList<LedgerChange> changes, CancellationToken cancellationToken)
    {
        effects.Check();
        Writes++;
        var outcome = await inner.CommitAsync(changes, cancellationToken).ConfigureAwait(false);
        effects.Happened();
        return outcome;
    }

    public async Task AppendAsync(IReadOnlyList<HistoryRow> rows, CancellationToken cancellationToken)
    {
        effects.Check();
        Writes++;
        await inner.AppendAsync(rows, cancellationToken).ConfigureAwait(false);
        effects.Happened();
    }

    public Task<IReadOnlyList<HistoryRow>> ReadHistoryAsync(string stream, CancellationToken cancellationToken)
    {
        effects.Check();
        Reads++;
        return inner.ReadHistoryAsync(stream, cancellationToken);
    }
}
