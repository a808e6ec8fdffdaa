namespace ExitDesk.Simulator.Telegram.Methods;

/// <summary>A call that the Bot API refuses with 400; the message is what follows "Bad Request: ".</summary>
internal sealed class BotRequestException(string message) : Exception(message);
