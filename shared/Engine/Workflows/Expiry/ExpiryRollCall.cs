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
public sealed class ExpiryRollCall
{
    /// <summary>So many alarms sound one by one; more of them sound together.</summary>
    public const int Few = 3;

    private readonly IReadOnlyList<ExpiryStep> _called;
    private bool _isSaid;

    private ExpiryRollCall(IReadOnlyList<ExpiryStep> called) => _called = called;

    /// <summary>Of all that are alarmed, if they are more than few and one of them is to be heard now; else of none.</summary>
    public static ExpiryRollCall Of(IReadOnlyCollection<ExpiryStep> steps)
    {
        var alarmed = steps.Where(step => step.View.Alarm > ExpiryAlarm.Card && !step.View.IsLeftToClosing).ToList();
        return new ExpiryRollCall(
            alarmed.Count > Few && alarmed.Exists(step => ExpiryAlarms.Sounds(step.View.Alarm, step.Before, step.View.Now)) ? alarmed : []);
    }

    /// <summary>True if one message sounds for this one, and for others, in this cycle.</summary>
    public bool Calls(ExpiryStep step) => _called.Contains(step);

    /// <summary>
    /// Adds the message to the batch of one that it calls, unless it was said: it goes with the first that commits, so that nothing
    /// wrong with one position keeps the owner from hearing of all, and none counts as heard before it is said.
    /// </summary>
    public void Post(LedgerBatch batch)
    {
        if (_isSaid)
        {
            return;
        }

        var first = _called[0].View;
        var card = ExpiryCards.Roll([.. _called.Select(step => step.View)]);
        var id = $"expiry-roll:{first.Position.Id}:{first.Now.ToUnixTimeMilliseconds()}";
        batch.Post(new OutboxEntry(id, first.Now) { Notice = new Notice(card) { Topic = "expiry-roll", Kind = NoticeKind.Expiry } })
            .Post(Audit.Entry(id, first.Now, "desk", "expiry-alarm", "expiry guardian", PlainText.Of(card.Html)));
    }

    /// <summary>A batch that carries it stands in the ledger.</summary>
    public void Said() => _isSaid = true;
}
