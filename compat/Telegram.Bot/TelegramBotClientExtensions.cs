using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Telegram.Bot;

/// <summary>Methods of the Bot API. Call them with named arguments: the official package has more of them in between.</summary>
/// <remarks>Each throws what <see cref="ITelegramBotClient.SendRequest{TResponse}"/> throws.</remarks>
public static class TelegramBotClientExtensions
{
    public static Task<User> GetMe(this ITelegramBotClient botClient, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new Request<User>("getMe", new { }), cancellationToken);

    /// <param name="botClient">The client.</param>
    /// <param name="chatId">Chat to write to.</param>
    /// <param name="text">1 to 4096 characters after the markup is taken away.</param>
    /// <param name="parseMode">How markup in the text is read.</param>
    /// <param name="replyMarkup">Buttons under the message; null: none.</param>
    /// <param name="linkPreviewOptions">Null: Telegram previews the first link.</param>
    /// <param name="disableNotification">True: arrives without a sound.</param>
    /// <param name="protectContent">True: cannot be forwarded or saved.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public static Task<Message> SendMessage(
        this ITelegramBotClient botClient,
        ChatId chatId,
        string text,
        ParseMode parseMode = default,
        ReplyMarkup? replyMarkup = null,
        LinkPreviewOptions? linkPreviewOptions = null,
        bool disableNotification = false,
        bool protectContent = false,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new Request<Message>("sendMessage", new
            {
                chatId,
                text,
                parseMode,
                replyMarkup,
                linkPreviewOptions,
                disableNotification,
                protectContent,
            }),
            cancellationToken);

    /// <summary>Replaces text and buttons; without <paramref name="replyMarkup"/> the buttons go.</summary>
    public static Task<Message> EditMessageText(
        this ITelegramBotClient botClient,
        ChatId chatId,
        int messageId,
        string text,
        ParseMode parseMode = default,
        LinkPreviewOptions? linkPreviewOptions = null,
        InlineKeyboardMarkup? replyMarkup = null,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new Request<Message>("editMessageText", new { chatId, messageId, text, parseMode, linkPreviewOptions, replyMarkup }),
            cancellationToken);

    /// <summary>Replaces the buttons; null takes them away.</summary>
    public static Task<Message> EditMessageReplyMarkup(
        this ITelegramBotClient botClient,
        ChatId chatId,
        int messageId,
        InlineKeyboardMarkup? replyMarkup = null,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new Request<Message>("editMessageReplyMarkup", new { chatId, messageId, replyMarkup }), cancellationToken);

    /// <summary>Ends the spinner of a pressed button.</summary>
    /// <param name="botClient">The client.</param>
    /// <param name="callbackQueryId">Id of the press.</param>
    /// <param name="text">Shown to the user, at most 200 characters; null: nothing.</param>
    /// <param name="showAlert">True: shown until closed.</param>
    /// <param name="cacheTime">Seconds the client may keep the answer for; null: none.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public static Task AnswerCallbackQuery(
        this ITelegramBotClient botClient,
        string callbackQueryId,
        string? text = null,
        bool showAlert = false,
        int? cacheTime = null,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new Request<bool>("answerCallbackQuery", new { callbackQueryId, text, showAlert, cacheTime }), cancellationToken);

    /// <param name="botClient">The client.</param>
    /// <param name="url">HTTPS address; empty removes the webhook.</param>
    /// <param name="maxConnections">Deliveries under way at once, 1 to 100; null: 40.</param>
    /// <param name="allowedUpdates">Kinds to deliver; null keeps what was set before.</param>
    /// <param name="dropPendingUpdates">True: forget what waits.</param>
    /// <param name="secretToken">1 to 256 of <c>A-Za-z0-9_-</c>, echoed in X-Telegram-Bot-Api-Secret-Token.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public static Task SetWebhook(
        this ITelegramBotClient botClient,
        string url,
        int? maxConnections = null,
        IEnumerable<UpdateType>? allowedUpdates = null,
        bool dropPendingUpdates = false,
        string? secretToken = null,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new Request<bool>("setWebhook", new { url, maxConnections, allowedUpdates, dropPendingUpdates, secretToken }),
            cancellationToken);

    public static Task DeleteWebhook(
        this ITelegramBotClient botClient, bool dropPendingUpdates = false, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new Request<bool>("deleteWebhook", new { dropPendingUpdates }), cancellationToken);

    public static Task<WebhookInfo> GetWebhookInfo(
        this ITelegramBotClient botClient, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new Request<WebhookInfo>("getWebhookInfo", new { }), cancellationToken);

    public static Task SetMyCommands(
        this ITelegramBotClient botClient, IEnumerable<BotCommand> commands, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new Request<bool>("setMyCommands", new { commands }), cancellationToken);

    public static Task<BotCommand[]> GetMyCommands(
        this ITelegramBotClient botClient, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new Request<BotCommand[]>("getMyCommands", new { }), cancellationToken);
}
