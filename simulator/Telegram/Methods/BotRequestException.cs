namespace ExitDesk.Simulator.Telegram.Methods;

/// <summary>A call that the Bot API refuses with 400; the message is what follows "Bad Request: ".</summary>
/// <param name="migrateTo">Where the chat is now; null: where it was.</param>
internal sealed class BotRequestException(string message, long? migrateTo = null) : Exception(message)
{
    public BotAnswer Answer => BotAnswer.BadRequest(Message) with { MigrateTo = migrateTo };
}
