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

    public bool IsPress => CallbackId is not null;

    public QueueMessage Message() => new(QueueNames.OperatorActions, $"update:{UpdateId}", LedgerJson.Write(this));
}
