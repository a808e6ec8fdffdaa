using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Operator;

namespace ExitDesk.Engine.Workflows.Closing;

/// <summary>What tells this ledger from any other that ever kept the same account: our order ids carry it.</summary>
/// <remarks>
/// Without it a ledger that was lost and begun anew would use up ids that the broker has seen already. Read for each order: a process
/// may outlive its ledger, and what it remembered would be the lost one's.
/// </remarks>
public sealed class LedgerInstance(ILedger ledger, DeskLedger documents, Tokens tokens)
{
    private const int Length = 8;

    /// <summary>Eight characters, stored once; null if the ledger did not take them.</summary>
    public async Task<string?> FindAsync(CancellationToken cancellationToken)
    {
        var stored = await documents.FindAsync<LedgerIdentity>(LedgerKeys.Instance, cancellationToken).ConfigureAwait(false);
        if (stored is null)
        {
            // Whoever inserts first is right, and an unknown outcome is read back.
            var row = new LedgerChange.Insert(LedgerKeys.Instance, LedgerJson.Write(new LedgerIdentity(tokens.Next()[..Length])));
            await ledger.CommitAsync([row], cancellationToken).ConfigureAwait(false);
            stored = await documents.FindAsync<LedgerIdentity>(LedgerKeys.Instance, cancellationToken).ConfigureAwait(false);
        }

        return stored?.Value.Id;
    }
}
