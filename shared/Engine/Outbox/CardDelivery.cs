using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Desk;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Outbox;

/// <summary>Keeps one message for each card, edited in its place; and one with a count for alerts that repeat themselves.</summary>
public sealed class CardDelivery(ILedger ledger, DeskLedger documents, IOperatorDesk desk)
{
    /// <summary>Alerts that say the same are one message for so long; then a new one, with a sound, begins to count.</summary>
    public static readonly TimeSpan RepeatsWithin = TimeSpan.FromMinutes(10);

    /// <summary>Shows what the entry says of its card.</summary>
    /// <param name="entry">With a notice that has a card or repeats itself.</param>
    /// <param name="mayBegin">False if no new message is wanted: then only what is there already is edited.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>Null where the chat has nothing to be told.</returns>
    public Task<DeliveryOutcome?> ShowAsync(OutboxEntry entry, bool mayBegin, CancellationToken cancellationToken) =>
        entry.Notice!.Repeats is { } topic
            ? CountAsync(entry, topic, mayBegin, cancellationToken)
            : ShowCardAsync(entry, entry.Notice, mayBegin, cancellationToken);

    private async Task<DeliveryOutcome?> ShowCardAsync(OutboxEntry entry, Notice notice, bool mayBegin, CancellationToken cancellationToken)
    {
        var key = LedgerKeys.Card(notice.CardKey!);
        var known = await documents.FindAsync<SentCard>(key, cancellationToken).ConfigureAwait(false);
        if (known?.Value is { IsFinal: true } && !notice.IsFinal)
        {
            return null;
        }

        var above = notice.IsAnew ? known?.Value : null;
        var outcome = known?.Value.MessageId is { } messageId && !notice.IsAnew ? await EditAsync(messageId, notice, mayBegin, cancellationToken).ConfigureAwait(false)
            : notice.IsInPlaceOnly || !mayBegin ? null
            : await desk.SendAsync(notice.Card, cancellationToken).ConfigureAwait(false);
        if (outcome is DeliveryOutcome.Delivered || (outcome is null && mayBegin))
        {
            var card = new SentCard((outcome as DeliveryOutcome.Delivered)?.MessageId ?? known?.Value.MessageId, notice.IsFinal, entry.PostedAt)
            {
                Shown = notice.IsFinal ? null : notice.Card,
                IsAgain = notice.IsAnew || known?.Value.IsAgain == true,
            };
            await WriteAsync(key, card, cancellationToken).ConfigureAwait(false);
            await LeaveAsync(above, outcome, cancellationToken).ConfigureAwait(false);
        }

        return outcome;
    }

    // The message above keeps its words and loses its buttons; should that fail, they still mean the same question.
    private async Task LeaveAsync(SentCard? above, DeliveryOutcome? outcome, CancellationToken cancellationToken)
    {
        if (above is { MessageId: { } old, Shown: { } shown } && outcome is DeliveryOutcome.Delivered)
        {
            await desk.EditAsync(old, Card.Plain($"{shown.Html}\nContinued below"), cancellationToken).ConfigureAwait(false);
        }
    }

    // An entry that is delivered twice is counted once.
    private async Task<DeliveryOutcome?> CountAsync(OutboxEntry entry, string topic, bool mayBegin, CancellationToken cancellationToken)
    {
        var key = LedgerKeys.Card($"repeats:{topic}");
        var known = (await documents.FindAsync<SentCard>(key, cancellationToken).ConfigureAwait(false))?.Value;
        if (known?.EntryId == entry.Id || !mayBegin)
        {
            return null;
        }

        var card = entry.Notice!.Card;
        var counts = known is { MessageId: not null, FirstAt: { } first } && (entry.PostedAt - first).Duration() < RepeatsWithin;
        var times = counts ? known!.Times + 1 : 1;
        var outcome = counts
            ? await desk.EditAsync(known!.MessageId!.Value, card with { Html = $"{card.Html}\n×{times} since {NewYork.Clock(known.FirstAt!.Value)}" }, cancellationToken).ConfigureAwait(false)
            : new DeliveryOutcome.Refused("the first of its kind");
        if (outcome is DeliveryOutcome.Refused)
        {
            (times, outcome) = (1, await desk.SendAsync(card, cancellationToken).ConfigureAwait(false));
        }

        if (outcome is DeliveryOutcome.Delivered delivered)
        {
            var sent = new SentCard(delivered.MessageId ?? known?.MessageId, IsFinal: true, entry.PostedAt)
            {
                Times = times,
                EntryId = entry.Id,
                FirstAt = times == 1 ? entry.PostedAt : known!.FirstAt,
            };
            await WriteAsync(key, sent, cancellationToken).ConfigureAwait(false);
        }

        return outcome;
    }

    private Task WriteAsync(string key, SentCard card, CancellationToken cancellationToken) =>
        ledger.CommitAsync([new LedgerChange.Put(key, LedgerJson.Write(card))], cancellationToken);

    // A card that can no longer be edited (deleted, too old) must not swallow its last word.
    private async Task<DeliveryOutcome> EditAsync(int messageId, Notice notice, bool mayBegin, CancellationToken cancellationToken)
    {
        var edited = await desk.EditAsync(messageId, notice.Card, cancellationToken).ConfigureAwait(false);
        return edited is DeliveryOutcome.Refused && !notice.IsInPlaceOnly && mayBegin
            ? await desk.SendAsync(notice.Card, cancellationToken).ConfigureAwait(false)
            : edited;
    }
}
