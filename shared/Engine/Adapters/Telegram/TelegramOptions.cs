namespace ExitDesk.Engine.Adapters.Telegram;

/// <summary>The bot and its chat.</summary>
/// <param name="BotToken">From BotFather: a secret.</param>
/// <param name="ApiUrl">Where the Bot API is; null for Telegram's own.</param>
/// <param name="ChatId">The owner's chat.</param>
public sealed record TelegramOptions(string BotToken, string? ApiUrl, long ChatId)
{
    /// <summary>Without the token: a record prints all its members.</summary>
    public override string ToString() => $"Telegram chat {ChatId}";
}
