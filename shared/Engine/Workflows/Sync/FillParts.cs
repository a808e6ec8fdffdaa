using ExitDesk.Domain.Reconciling;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows.Sync;

/// <summary>Writes what positions take of fills and endings, before it is booked.</summary>
public sealed class FillParts(DeskCommits commits)
{
    /// <summary>
    /// Nobody takes a part of the same number twice: who comes second finds the row there, and looks again at what is left. Parts of chunks
    /// before that one are taken for good, and booked the next time.
    /// </summary>
    /// <returns>False if they may not be booked now.</returns>
    public async Task<bool> TakeAsync(IEnumerable<FillPart> taken, CancellationToken cancellationToken)
    {
        foreach (var chunk in taken.Chunk(ILedger.ChangesPerCommit))
        {
            var batch = new LedgerBatch();
            foreach (var part in chunk)
            {
                batch.Insert(LedgerKeys.FillPart(part), part);
            }

            if (await commits.CommitAsync(batch, cancellationToken).ConfigureAwait(false) is null)
            {
                return false;
            }
        }

        return true;
    }
}
