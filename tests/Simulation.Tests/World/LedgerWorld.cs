using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.TestKit.Ledgers;

namespace ExitDesk.Simulation.Tests.World;

/// <summary>The ledger of a day, and what it says at any moment without asking it.</summary>
internal sealed class LedgerWorld
{
    public InMemoryLedger Rows { get; private set; } = new();

    public LedgerMirror Mirror { get; private set; } = new();

    public async Task<CommitOutcome> CommitAsync(IReadOnlyList<LedgerChange> changes, CancellationToken cancellationToken)
    {
        var outcome = await Rows.CommitAsync(changes, cancellationToken).ConfigureAwait(false);
        if (outcome is CommitOutcome.Committed)
        {
            Mirror.Apply(changes);
        }

        return outcome;
    }

    public async Task AppendAsync(IReadOnlyList<HistoryRow> rows, CancellationToken cancellationToken)
    {
        await Rows.AppendAsync(rows, cancellationToken).ConfigureAwait(false);
        Mirror.Append(rows);
    }

    /// <summary>All rows are gone, history too.</summary>
    public void Lose() => (Rows, Mirror) = (new InMemoryLedger(), new LedgerMirror());
}
