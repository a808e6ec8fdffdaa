namespace ExitDesk.Simulator.Telegram;

/// <summary>A command in the list that the chat offers, without the slash.</summary>
public sealed record BotCommandLine(string Command, string Description);
