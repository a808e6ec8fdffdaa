using System.Security.Cryptography;
using System.Text;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>Takes what arrives at the webhook: authenticates, drops repeats, puts it on the queue. Does no work itself.</summary>
public sealed class OperatorInbox(
    ILedger ledger, OutboxDelivery outbox, ChatMoves chat, OperatorOptions options, TimeProvider time, ILogger<OperatorInbox> logger)
{
    private readonly StrangerNotes _notes = new();

    /// <summary>Takes one update.</summary>
    /// <param name="secret">The header; null if there was none.</param>
    /// <param name="update">What the body said; null if it could not be read.</param>
    /// <param name="problem">Why it could not be read; null if it could, or if there is nothing to do about it.</param>
    /// <param name="cancellationToken">Ends the work; an accepted update is not lost by it.</param>
    public async Task<InboxOutcome> ReceiveAsync(string? secret, OperatorUpdate? update, string? problem, CancellationToken cancellationToken)
    {
        if (await StrangerAsync(secret, update, problem, cancellationToken).ConfigureAwait(false) is { } why)
        {
            await NoteAsync(why, cancellationToken).ConfigureAwait(false);
            return InboxOutcome.Dropped;
        }

        return update is null
            ? InboxOutcome.Dropped
            : await AcceptAsync(update, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<string?> StrangerAsync(string? secret, OperatorUpdate? update, string? problem, CancellationToken cancellationToken)
    {
        if (!IsSecret(secret))
        {
            return "wrong webhook secret";
        }

        if (problem is not null)
        {
            return $"unreadable update: {problem}";
        }

        return update is not null && (options.RoleOf(update.UserId) is null || !await chat.IsOursAsync(update.ChatId, cancellationToken).ConfigureAwait(false))
            ? $"user {update.UserId} in chat {update.ChatId} is not allowed"
            : null;
    }

    // Compared as hashes: equal length, constant time, nothing learned from how long it takes.
    private bool IsSecret(string? secret) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(secret ?? "")), SHA256.HashData(Encoding.UTF8.GetBytes(options.WebhookSecret)));

    private async Task<InboxOutcome> AcceptAsync(OperatorUpdate update, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var entry = new OutboxEntry($"update:{update.UpdateId}", now) { Message = (update with { ReceivedAt = now }).Message() };
        var batch = new LedgerBatch()
            .Insert(LedgerKeys.SeenUpdate(update.UpdateId), new SeenUpdate(now))
            .Post(entry);
        if (update.CallbackId is { } callbackId)
        {
            batch.Insert(LedgerKeys.SeenPress(callbackId), new SeenUpdate(now));
        }

        switch (await CommitAsync(batch, cancellationToken).ConfigureAwait(false))
        {
            case CommitOutcome.Committed:
                await DeliverAsync(batch, cancellationToken).ConfigureAwait(false);
                return InboxOutcome.Accepted;
            case CommitOutcome.Conflict:
                return InboxOutcome.Repeated;
            default:
                return InboxOutcome.TryAgain;
        }
    }

    // Whatever the storage throws, Telegram is asked to come again; if the update was written all the same, it is dropped then as a repeat.
    private async Task<CommitOutcome> CommitAsync(LedgerBatch batch, CancellationToken cancellationToken)
    {
        try
        {
            return await ledger.CommitAsync(batch.Changes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception problem) when (!IsCancellation(problem, cancellationToken))
        {
            logger.LogError(problem, "The owner's update could not be written; Telegram is asked to send it again");
            return new CommitOutcome.Unknown(problem.Message);
        }
    }

    // The update is written: what could not be carried now, settlement carries.
    private async Task DeliverAsync(LedgerBatch batch, CancellationToken cancellationToken)
    {
        try
        {
            await outbox.DeliverAsync(batch.Posted, [], cancellationToken).ConfigureAwait(false);
        }
        catch (Exception problem) when (!IsCancellation(problem, cancellationToken))
        {
            logger.LogWarning(problem, "The owner's update stays in the outbox for now");
        }
    }

    // One row a minute and reason, however hard somebody knocks; and no fault of the storage is shown to a stranger.
    private async Task NoteAsync(string why, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var minute = new DateTimeOffset(now.Ticks - now.Ticks % TimeSpan.TicksPerMinute, TimeSpan.Zero);
        var id = $"dropped:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(why)).AsSpan(0, 6))}";
        logger.LogWarning("An update was dropped: {Why}", why);
        if (!_notes.IsNew(id, minute))
        {
            return;
        }

        try
        {
            await ledger.AppendAsync(
                [Audit.Row(id, minute, "webhook", "update-dropped", "stranger", why.Length > 500 ? why[..500] : why)], cancellationToken).ConfigureAwait(false);
        }
        catch (Exception problem) when (!IsCancellation(problem, cancellationToken))
        {
            logger.LogWarning(problem, "The dropped update could not be audited");
        }
    }

    // A storage client's own timeout is a cancellation too, but not one of the request's.
    private static bool IsCancellation(Exception problem, CancellationToken cancellationToken) =>
        problem is OperationCanceledException && cancellationToken.IsCancellationRequested;
}
