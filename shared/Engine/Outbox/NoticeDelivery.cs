using ExitDesk.Engine.Health;
using ExitDesk.Engine.Ports.Desk;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Outbox;

/// <summary>Brings notices into the chat, one card a subject, and keeps to the chat's limits.</summary>
public sealed class NoticeDelivery(
    ILedger ledger, DeskLedger documents, IOperatorDesk desk, DeskHealth health, TimeProvider time, ILogger<NoticeDelivery> logger)
{
    /// <summary>A chat that does not answer this long gets its words later: the next sweep must not wait for it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Delivers in the order given, until the chat asks for a pause.</summary>
    /// <returns>What needs no further delivery: shown, out of date, or refused for good.</returns>
    public async Task<IReadOnlyList<OutboxEntry>> DeliverAsync(
        IReadOnlyList<OutboxEntry> entries, CancellationToken cancellationToken)
    {
        var done = new List<OutboxEntry>();
        foreach (var entry in entries)
        {
            if (!await TryInTimeAsync(entry, cancellationToken).ConfigureAwait(false))
            {
                break;
            }

            done.Add(entry);
        }

        return done;
    }

    private async Task<bool> TryInTimeAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await TryDeliverAsync(entry, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            health.ChatAnswered(new DeliveryOutcome.Unknown($"no answer within {Patience.TotalSeconds:0} s"));
            return false;
        }
    }

    private async Task<bool> TryDeliverAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        var notice = entry.Notice!;
        var outcome = notice.CardKey is null
            ? await desk.SendAsync(notice.Card, cancellationToken).ConfigureAwait(false)
            : await DeliverCardAsync(entry, notice, notice.CardKey, cancellationToken).ConfigureAwait(false);
        if (outcome is null)
        {
            return true;
        }

        health.ChatAnswered(outcome);
        if (outcome is not DeliveryOutcome.Delivered)
        {
            logger.LogWarning("Notice {Entry} did not arrive: {Outcome}", entry.Id, outcome);
        }

        return outcome is DeliveryOutcome.Delivered or DeliveryOutcome.Refused;
    }

    // Null where the chat has nothing to be told.
    private async Task<DeliveryOutcome?> DeliverCardAsync(
        OutboxEntry entry, Notice notice, string cardKey, CancellationToken cancellationToken)
    {
        var key = LedgerKeys.Card(cardKey);
        var known = await documents.FindAsync<SentCard>(key, cancellationToken).ConfigureAwait(false);
        if (known?.Value is { IsFinal: true } && !notice.IsFinal)
        {
            return null;
        }

        var outcome = known?.Value.MessageId is { } messageId ? await EditAsync(messageId, notice, cancellationToken).ConfigureAwait(false)
            : notice.IsInPlaceOnly ? null
            : await desk.SendAsync(notice.Card, cancellationToken).ConfigureAwait(false);
        if (outcome is null or DeliveryOutcome.Delivered)
        {
            var card = new SentCard((outcome as DeliveryOutcome.Delivered)?.MessageId ?? known?.Value.MessageId, notice.IsFinal, entry.PostedAt);
            await ledger.CommitAsync([new LedgerChange.Put(key, LedgerJson.Write(card))], cancellationToken).ConfigureAwait(false);
        }

        return outcome;
    }

    // A card that can no longer be edited (deleted, too old) must not swallow its last word.
    private async Task<DeliveryOutcome> EditAsync(int messageId, Notice notice, CancellationToken cancellationToken)
    {
        var edited = await desk.EditAsync(messageId, notice.Card, cancellationToken).ConfigureAwait(false);
        return edited is DeliveryOutcome.Refused && !notice.IsInPlaceOnly
            ? await desk.SendAsync(notice.Card, cancellationToken).ConfigureAwait(false)
            : edited;
    }
}
