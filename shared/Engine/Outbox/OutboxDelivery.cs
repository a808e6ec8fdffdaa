using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.Ports.Messaging;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Operator;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Outbox;

/// <summary>Carries posted entries to where they belong and forgets them once they are there.</summary>
/// <remarks>
/// Messages go first: a close must not wait for a chat. An entry that could not be delivered stays in the ledger and is
/// carried again by the settlement run.
/// </remarks>
public sealed class OutboxDelivery(
    ILedger ledger, IMessageSender sender, NoticeDelivery notices, ChatPause pause, TimeProvider time, ILogger<OutboxDelivery> logger)
{
    /// <summary>Delivers what can be delivered now.</summary>
    /// <param name="entries">Committed entries, in the order of posting.</param>
    /// <param name="sent">Messages among them that <see cref="SendAsync"/> sent already.</param>
    /// <param name="cancellationToken">Ends the work; what is left stays in the ledger.</param>
    /// <returns>How many entries stay behind.</returns>
    public async Task<int> DeliverAsync(
        IReadOnlyCollection<OutboxEntry> entries, IReadOnlyCollection<OutboxEntry> sent, CancellationToken cancellationToken)
    {
        var done = new List<OutboxEntry>(sent);
        done.AddRange(await SendAsync(entries.Except(sent), cancellationToken).ConfigureAwait(false));
        done.AddRange(await AppendAsync(entries, cancellationToken).ConfigureAwait(false));
        await ForgetAsync(done, cancellationToken).ConfigureAwait(false);
        var told = await notices.DeliverAsync([.. entries.Where(entry => entry.Notice is not null)], cancellationToken).ConfigureAwait(false);
        await ForgetAsync(told, cancellationToken).ConfigureAwait(false);
        if (told.Count < entries.Count(entry => entry.Notice is not null))
        {
            await ComeBackAsync(cancellationToken).ConfigureAwait(false);
        }

        return entries.Count - done.Count - told.Count;
    }

    /// <summary>Delivers what others left behind: of the words to the owner alarms before statistics and the newest first, and none that a later one has made idle.</summary>
    /// <param name="waiting">All that is in the ledger.</param>
    /// <param name="isLeft">False for what was posted just now: whoever posted it is at it.</param>
    /// <param name="cancellationToken">Ends the work; what is left stays in the ledger.</param>
    public async Task DeliverLeftoversAsync(IReadOnlyCollection<OutboxEntry> waiting, Func<OutboxEntry, bool> isLeft, CancellationToken cancellationToken)
    {
        var idle = IdleNotices.Among(waiting);
        await ForgetAsync(idle, cancellationToken).ConfigureAwait(false);
        var left = waiting.Except(idle).Where(isLeft).ToLookup(static entry => entry.Notice is not null);
        if (left.Count > 0)
        {
            await DeliverAsync(
                [.. left[false].OrderBy(static entry => entry.PostedAt), .. NoticeOrder.Of(left[true]).Select(entry => NoticeOrder.Counted(entry, idle))],
                [], cancellationToken).ConfigureAwait(false);
        }
    }

    // Nobody sleeps for a busy chat: a message of the queue comes back when it may take more. A blocked one is tried by settlement.
    private async Task ComeBackAsync(CancellationToken cancellationToken)
    {
        var left = pause.Left;
        if (pause.IsToComeBack())
        {
            await sender.TrySendAsync(OperatorUpdate.Delivery(time.GetUtcNow(), left), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Sends the messages among the entries, nothing else.</summary>
    /// <returns>Those that the queue took.</returns>
    public async Task<IReadOnlyList<OutboxEntry>> SendAsync(IEnumerable<OutboxEntry> entries, CancellationToken cancellationToken)
    {
        var sent = new List<OutboxEntry>();
        foreach (var entry in entries)
        {
            if (entry.Message is { } message && await sender.TrySendAsync(message, cancellationToken).ConfigureAwait(false))
            {
                sent.Add(entry);
            }
        }

        return sent;
    }

    private async Task<IReadOnlyList<OutboxEntry>> AppendAsync(
        IEnumerable<OutboxEntry> entries, CancellationToken cancellationToken)
    {
        var history = entries.Where(entry => entry.History is not null).ToList();
        if (history.Count > 0)
        {
            try
            {
                await ledger.AppendAsync([.. history.Select(entry => entry.History!)], cancellationToken).ConfigureAwait(false);
            }
            catch (LedgerUnavailableException problem)
            {
                // The entries stay where they are; what they tell of is done, and words to the owner do not wait for them.
                logger.LogWarning(problem, "{Rows} audit rows stay in the outbox for now", history.Count);
                return [];
            }
        }

        return history;
    }

    // A delete that fails leaves the entry for later: it is sent again, and the queue or the reader drops the repeat.
    private async Task ForgetAsync(IReadOnlyCollection<OutboxEntry> entries, CancellationToken cancellationToken)
    {
        foreach (var chunk in entries.Chunk(ILedger.ChangesPerCommit))
        {
            await ledger.CommitAsync(
                [.. chunk.Select(entry => new LedgerChange.Delete(LedgerKeys.OutboxEntry(entry.Id)))], cancellationToken)
                .ConfigureAwait(false);
        }
    }
}
