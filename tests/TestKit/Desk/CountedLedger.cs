using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.TestKit.Ledgers;

namespace ExitDesk.TestKit.Desk;

/// <summary>A ledger whose writes count as effects.</summary>
public sealed class CountedLedger(InMemoryLedger inner, EffectCounter effects) : ILedger
{
    /// <summary>Reads and writes so far.</summary>
    public int Calls { get; private set; }

    public Task<LedgerRow?> FindAsync(string key, CancellationToken cancellationToken)
    {
        Enter();
        return inner.FindAsync(key, cancellationToken);
    }

    public Task<IReadOnlyList<LedgerRow>> ListAsync(string prefix, CancellationToken cancellationToken)
    {
        Enter();
        return inner.ListAsync(prefix, cancellationToken);
    }

    public async Task<CommitOutcome> CommitAsync(IReadOnlyList<LedgerChange> changes, CancellationToken cancellationToken)
    {
        Enter();
        var outcome = await inner.CommitAsync(changes, cancellationToken).ConfigureAwait(false);
        effects.Happened();
        return outcome;
    }

    public async Task AppendAsync(IReadOnlyList<HistoryRow> rows, CancellationToken cancellationToken)
    {
        Enter();
        await inner.AppendAsync(rows, cancellationToken).ConfigureAwait(false);
        effects.Happened();
    }

    public Task<IReadOnlyList<HistoryRow>> ReadHistoryAsync(string stream, CancellationToken cancellationToken)
    {
        Enter();
        return inner.ReadHistoryAsync(stream, cancellationToken);
    }

    private void Enter()
    {
        effects.Check();
        Calls++;
    }
}
