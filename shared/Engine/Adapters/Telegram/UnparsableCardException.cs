namespace ExitDesk.Engine.Adapters.Telegram;

/// <summary>Telegram could not parse a card's HTML. Never leaves the adapter.</summary>
internal sealed class UnparsableCardException : Exception;
