using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Workflows;

/// <summary>Commits a decision and carries out of the ledger what it posted.</summary>
public sealed class DeskCommits(ILedger ledger, OutboxDelivery outbox, ILogger<DeskCommits> logger)
{
    /// <summary>Commits, then delivers.</summary>
    /// <returns>New versions by key; null if nothing may be assumed written: the next cycle decides again.</returns>
    public async Task<IReadOnlyDictionary<string, string>?> CommitAsync(LedgerBatch batch, CancellationToken cancellationToken)
    {
        var versions = await WriteAsync(batch, cancellationToken).ConfigureAwait(false);
        if (versions is not null && batch.Posted.Count > 0)
        {
            await outbox.DeliverAsync(batch.Posted, [], cancellationToken).ConfigureAwait(false);
        }

        return versions;
    }

    /// <summary>Commits and sends its messages; all else that it posted is delivered with the round.</summary>
    /// <returns>New versions by key; null if nothing may be assumed written.</returns>
    public async Task<IReadOnlyDictionary<string, string>?> CommitAsync(LedgerBatch batch, DeliveryRound round, CancellationToken cancellationToken)
    {
        var versions = await WriteAsync(batch, cancellationToken).ConfigureAwait(false);
        if (versions is not null)
        {
            round.Entries.AddRange(batch.Posted);
            round.Sent.AddRange(await outbox.SendAsync(batch.Posted, cancellationToken).ConfigureAwait(false));
        }

        return versions;
    }

    /// <summary>Delivers what a round of commits left: audit rows together, then words to the owner.</summary>
    public Task DeliverAsync(DeliveryRound round, CancellationToken cancellationToken) =>
        round.Entries.Count == 0 ? Task.CompletedTask : outbox.DeliverAsync(round.Entries, round.Sent, cancellationToken);

    private async Task<IReadOnlyDictionary<string, string>?> WriteAsync(LedgerBatch batch, CancellationToken cancellationToken)
    {
        switch (await ledger.CommitAsync(batch.Changes, cancellationToken).ConfigureAwait(false))
        {
            case CommitOutcome.Committed committed:
                return committed.Versions;
            case CommitOutcome.Conflict conflict:
                logger.LogInformation("Another run was faster at {Key}; this one decides again later", conflict.Key);
                return null;
            case CommitOutcome.Unknown unknown:
                logger.LogWarning("A commit has no known outcome: {Why}", unknown.Why);
                await HintAsync(batch, cancellationToken).ConfigureAwait(false);
                return null;
            default:
                throw new InvalidOperationException("A commit ended in no known way.");
        }
    }

    // If it is written after all, somebody must look soon; if not, the message finds nothing to do. Its id is another one: the
    // queue must not take the real message for its repeat.
    private Task HintAsync(LedgerBatch batch, CancellationToken cancellationToken) => outbox.SendAsync(
        batch.Posted.Where(entry => entry.Message is not null).Select(entry => entry with { Message = entry.Message! with { Id = entry.Message.Id + ":unsure" } }),
        cancellationToken);
}
