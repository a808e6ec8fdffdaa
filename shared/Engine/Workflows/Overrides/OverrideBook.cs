using ExitDesk.Domain.Overrides;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows.Overrides;

/// <summary>Keeps what is known of answers so far, and takes those that are compared into history and sums.</summary>
public sealed class OverrideBook(ILedger ledger, DeskLedger documents, DeskCommits commits)
{
    /// <summary>Writes what changed of one, and ends it once both sides are known.</summary>
    /// <param name="stored">As read.</param>
    /// <param name="next">As it becomes; the same instance if nothing changed.</param>
    /// <param name="open">All that were not ended when this one was read: it is ended after those that may hold its dollars.</param>
    /// <param name="cancellationToken">Ends the writes.</param>
    public async Task KeepAsync(Stored<OwnerOverride> stored, OwnerOverride next, IReadOnlyCollection<OwnerOverride> open, CancellationToken cancellationToken)
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
        if (next.IsOver && !open.Any(earlier => earlier.Contains(next)))
        {
            var result = OverrideResult.Of(next) with { Within = await WithinAsync(next, cancellationToken).ConfigureAwait(false) };
            await EndAsync(key, version, result, cancellationToken).ConfigureAwait(false);
        }
    }

    // Who left it open answers for all that came of it: the dollars of a later answer are among theirs.
    private async Task<string?> WithinAsync(OwnerOverride next, CancellationToken cancellationToken)
    {
        var since = NewYork.DateOf(next.Held.FirstSeenAt);
        var ended = await OverrideResults.ReadAsync(ledger, since, NewYork.DateOf(next.AnsweredAt), cancellationToken).ConfigureAwait(false);
        return ended.Where(earlier => earlier.Contains(next)).MinBy(earlier => earlier.AnsweredAt)?.Id;
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
