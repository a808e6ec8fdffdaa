using ExitDesk.Domain.Overrides;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows.Overrides;

/// <summary>Keeps what is known of answers so far, and takes those that are compared into history and sums.</summary>
public sealed class OverrideBook(ILedger ledger, DeskLedger documents, DeskCommits commits)
{
    /// <summary>Writes what changed of one, and ends it once both sides are known.</summary>
    /// <param name="stored">As read.</param>
    /// <param name="next">As it becomes; the same instance if nothing changed.</param>
    /// <param name="cancellationToken">Ends the writes.</param>
    public async Task KeepAsync(Stored<OwnerOverride> stored, OwnerOverride next, CancellationToken cancellationToken)
    {
        var key = LedgerKeys.Override(stored.Value.Id);
        var version = stored.Version;
        if (!ReferenceEquals(next, stored.Value))
        {
            var written = await commits.CommitAsync(new LedgerBatch().Replace(key, next, version), cancellationToken).ConfigureAwait(false);
            if (written is null)
            {
                return;
            }

            version = written[key];
        }

        // Only what the ledger has is ended, so that whoever ends it writes the same.
        if (next.IsOver)
        {
            await EndAsync(key, version, OverrideResult.Of(next), cancellationToken).ConfigureAwait(false);
        }
    }

    // The row comes first: a crash in between writes it again, which is once. The sums change with the end of the open row, or not at all.
    private async Task EndAsync(string key, string version, OverrideResult result, CancellationToken cancellationToken)
    {
        await ledger.AppendAsync([OverrideResults.Row(result)], cancellationToken).ConfigureAwait(false);
        var known = await documents.FindAsync<OverrideTotals>(LedgerKeys.OverrideTotals, cancellationToken).ConfigureAwait(false);
        var totals = (known?.Value ?? OverrideTotals.None).With(result);
        var batch = new LedgerBatch().Delete(key, version);
        _ = known is null
            ? batch.Insert(LedgerKeys.OverrideTotals, totals)
            : batch.Replace(LedgerKeys.OverrideTotals, totals, known.Version);
        await commits.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
    }
}
