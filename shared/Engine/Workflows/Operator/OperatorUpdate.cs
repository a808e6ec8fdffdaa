using ExitDesk.Engine.Ports.Messaging;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>One thing that a user did in the chat.</summary>
/// <param name="UpdateId">Telegram's id of it; repeats carry the same.</param>
/// <param name="UserId">Who.</param>
/// <param name="UserName">Their name, for the audit; not escaped.</param>
/// <param name="ChatId">Where.</param>
/// <param name="Text">The button's data, or what was typed.</param>
/// <param name="CallbackId">Of a pressed button, to stop its spinner; null for a typed message.</param>
public sealed record OperatorUpdate(long UpdateId, long UserId, string UserName, long ChatId, string Text, string? CallbackId)
{
    /// <summary>What Telegram says when it was typed, UTC; null for a press, of which Telegram tells no time.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Wall time at which the webhook took it; null if it never did.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>Name and id, for the audit; names alone are not unique, and change.</summary>
    public string Who => $"{UserName} ({UserId})";

    public bool IsPress => CallbackId is not null;

    /// <summary>True for what nobody did: it asks to carry on with what waits for the chat. No update of Telegram has the number 0.</summary>
    public bool IsDelivery => UpdateId == 0;

    /// <summary>A message that comes back to what waits for the chat.</summary>
    /// <param name="now">Wall time.</param>
    /// <param name="pause">How long the chat wants nothing.</param>
    public static QueueMessage Delivery(DateTimeOffset now, TimeSpan pause)
    {
        // In whole seconds, and what is posted now must be old enough by then.
        var delay = TimeSpan.FromSeconds(Math.Ceiling((pause > Backlog.LeftBehind ? pause : Backlog.LeftBehind).TotalSeconds));
        return new QueueMessage(
            QueueNames.OperatorActions, $"deliver:{now.ToUnixTimeMilliseconds()}", LedgerJson.Write(new OperatorUpdate(0, 0, "desk", 0, "", null)), delay);
    }

    public QueueMessage Message() => new(QueueNames.OperatorActions, $"update:{UpdateId}", LedgerJson.Write(this));
}
