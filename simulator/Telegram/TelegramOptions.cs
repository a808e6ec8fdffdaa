using System.Globalization;

namespace ExitDesk.Simulator.Telegram;

/// <summary>The bot, its owner and a stranger of a simulated Telegram.</summary>
public sealed record TelegramOptions
{
    /// <summary>Bot token; the number before the colon is the bot's user id.</summary>
    public required string Token { get; init; }

    public required long OwnerId { get; init; }

    /// <summary>The chat the bot reports to: the owner's id for a private chat, a negative id for a group.</summary>
    public required long ChatId { get; init; }

    public string OwnerName { get; init; } = "Owner";

    /// <summary>Someone who is on no allow-list.</summary>
    public long StrangerId { get; init; } = 666_000_001;

    public string StrangerName { get; init; } = "Stranger";

    public string BotName { get; init; } = "ExitDesk";

    public string BotUserName { get; init; } = "exitdesk_bot";

    internal long BotId =>
        long.Parse(Token.AsSpan(0, Token.IndexOf(':', StringComparison.Ordinal)), CultureInfo.InvariantCulture);

    internal string NameOf(long userId) =>
        userId == OwnerId ? OwnerName : userId == StrangerId ? StrangerName : userId == BotId ? BotName : $"User {userId}";

    /// <summary>Without the token.</summary>
    public override string ToString() => $"@{BotUserName} in chat {ChatId} of user {OwnerId}";

    internal static bool IsPrivate(long chatId) => chatId > 0;
}
