using System.Globalization;

namespace ExitDesk.Simulator.Telegram;

/// <summary>The bot of a simulated Telegram, and the people and the group that can write to it.</summary>
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

    /// <summary>Someone whom the desk may let look on; on no allow-list unless it is put there.</summary>
    public long ViewerId { get; init; } = 555_000_001;

    public string ViewerName { get; init; } = "Viewer";

    /// <summary>The group in which people can write too; the chat that the bot reports to, where that is a group.</summary>
    public long GroupId
    {
        get => IsPrivate(ChatId) ? field : ChatId;
        init;
    } = -1_001_000_000_777;

    public string GroupName { get; init; } = "ExitDesk";

    public string BotName { get; init; } = "ExitDesk";

    public string BotUserName { get; init; } = "exitdesk_bot";

    internal long BotId =>
        long.Parse(Token.AsSpan(0, Token.IndexOf(':', StringComparison.Ordinal)), CultureInfo.InvariantCulture);

    internal string NameOf(long userId) =>
        userId == OwnerId ? OwnerName
        : userId == ViewerId ? ViewerName
        : userId == StrangerId ? StrangerName
        : userId == BotId ? BotName
        : $"User {userId}";

    /// <summary>Without the token.</summary>
    public override string ToString() => $"@{BotUserName} in chat {ChatId} of user {OwnerId}";

    /// <summary>Above it are the ids of groups, from it on downwards those of supergroups.</summary>
    internal const long LastSupergroupId = -1_000_000_000_000;

    internal static bool IsPrivate(long chatId) => chatId > 0;
}
