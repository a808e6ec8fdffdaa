using ExitDesk.Engine.History;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Desk;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows;

/// <summary>Alerts about the desk itself. Each is posted and audited under an id that keeps repeats out.</summary>
public sealed class DeskAlerts(DeskCommits commits, IOperatorDesk desk)
{
    /// <summary>Raises an alert.</summary>
    /// <param name="eventId">A function of the event; the same id is one card in the chat.</param>
    /// <param name="at">The broker's clock, or wall time where that is what failed.</param>
    /// <param name="html">What the owner reads.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    /// <param name="repeats">Names alerts that say the same: for a while they are one message with a count. Null if this one stands for itself.</param>
    public async Task RaiseAsync(string eventId, DateTimeOffset at, string html, CancellationToken cancellationToken, string? repeats = null)
    {
        var card = Card.Plain("⚠️ " + html);
        var batch = new LedgerBatch()
            .Post(new OutboxEntry($"alert:{eventId}", at) { Notice = NoticeOf(card, eventId, repeats) })
            .Post(Audit.Entry($"alert:{eventId}", at, "desk", "alert", "desk", PlainText.Of(html)));
        if (await commits.CommitAsync(batch, cancellationToken).ConfigureAwait(false) is null)
        {
            // Perhaps the storage is what failed: the owner must hear of it all the same, even twice.
            await desk.SendAsync(card, cancellationToken).ConfigureAwait(false);
        }
    }

    private static Notice NoticeOf(Card card, string eventId, string? repeats) => repeats is null
        ? new Notice(card, CardKey: $"alert:{eventId}", IsFinal: true)
        : new Notice(card) { Repeats = repeats };
}
