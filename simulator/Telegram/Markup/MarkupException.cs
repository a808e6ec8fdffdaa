namespace ExitDesk.Simulator.Telegram.Markup;

/// <summary>A text breaks the rules of its parse mode; the message is Telegram's reason.</summary>
public sealed class MarkupException(string message) : Exception(message);
