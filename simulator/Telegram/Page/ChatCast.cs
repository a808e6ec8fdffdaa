namespace ExitDesk.Simulator.Telegram.Page;

/// <summary>The names by which the page knows people and chats: <c>owner</c>, <c>viewer</c>, <c>stranger</c>, and <c>group</c> for a chat.</summary>
internal sealed class ChatCast(TelegramOptions options)
{
    private const string Group = "group";

    /// <summary>The chat that the bot reports to.</summary>
    public string Home => NameOfChat(options.ChatId);

    /// <returns><c>bot</c>, or who it is; whoever is unknown is a stranger.</returns>
    public string NameOf(long userId) =>
        userId == options.BotId ? "bot" : userId == options.OwnerId ? "owner" : userId == options.ViewerId ? "viewer" : "stranger";

    /// <returns><c>group</c>, or whose private chat it is.</returns>
    public string NameOfChat(long chatId) => chatId switch
    {
        _ when !TelegramOptions.IsPrivate(chatId) => Group,
        _ when chatId == options.ChatId => "owner",
        _ => NameOf(chatId),
    };

    /// <returns>Null: nobody of that name.</returns>
    public long? Find(string? name) => name switch
    {
        "owner" => options.OwnerId,
        "viewer" => options.ViewerId,
        "stranger" => options.StrangerId,
        _ => null,
    };

    /// <returns>Null: no chat of that name.</returns>
    public long? FindChat(string? name) => name switch
    {
        Group => options.GroupId,
        "owner" when TelegramOptions.IsPrivate(options.ChatId) => options.ChatId,
        _ => Find(name),
    };
}
