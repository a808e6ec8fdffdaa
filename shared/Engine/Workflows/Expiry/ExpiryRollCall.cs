using ExitDesk.Engine.History;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Expiry;

/// <summary>One message with a sound for many alarms at once.</summary>
/// <remarks>
/// Telegram takes about one message a second from a bot in a chat, edits counted, and short bursts of more: beyond a few, what sounds
/// would wait behind last words. Source: core.telegram.org/bots/faq, read 2026-11; the burst is not published.
/// </remarks>
public static class ExpiryRollCall
{
    /// <summary>So many alarms sound one by one; more of them sound together.</summary>
    public const int Few = 3;

    /// <summary>All that are alarmed, if they are more than few and one of them is to be heard now; else none.</summary>
    public static IReadOnlyList<ExpiryStep> Of(IReadOnlyCollection<ExpiryStep> steps)
    {
        var alarmed = steps.Where(step => step.View.Alarm > ExpiryAlarm.Card && !step.View.IsLeftToClosing).ToList();
        return alarmed.Count > Few && alarmed.Exists(step => ExpiryAlarms.Sounds(step.View.Alarm, step.Before, step.View.Now)) ? alarmed : [];
    }

    /// <summary>Adds the message to the batch of the first of them: whoever writes its row first says it.</summary>
    public static void Post(LedgerBatch batch, IReadOnlyList<ExpiryStep> called)
    {
        var first = called[0].View;
        var card = ExpiryCards.Roll([.. called.Select(step => step.View)]);
        var id = $"expiry-roll:{first.Position.Id}:{first.Now.ToUnixTimeMilliseconds()}";
        batch.Post(new OutboxEntry(id, first.Now) { Notice = new Notice(card) })
            .Post(Audit.Entry(id, first.Now, "desk", "expiry-alarm", "expiry guardian", PlainText.Of(card.Html)));
    }
}
