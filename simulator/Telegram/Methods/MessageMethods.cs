using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Telegram.Markup;

namespace ExitDesk.Simulator.Telegram.Methods;

/// <summary>sendMessage, editMessageText, editMessageReplyMarkup and deleteMessage.</summary>
internal sealed class MessageMethods(SimulatedChat chat, UpdateWriter writer)
{
    private const int MaximumTextLength = 4096;
    private const string NotModified =
        "message is not modified: specified new message content and reply markup are exactly the same as a current content "
        + "and reply markup of the message";

    private static readonly TimeSpan DeletableFor = TimeSpan.FromHours(48);

    private readonly RateLimit _limit = new();

    public BotAnswer Send(BotParameters parameters)
    {
        var chatId = KnownChat(parameters);
        var content = Content(parameters);
        var rows = ButtonReader.Read(parameters.Json("reply_markup"));
        if (Refusal(chatId) is { } refusal)
        {
            return refusal;
        }

        var sent = chat.Transcript.Add(id => new ChatMessage(id, chatId, chat.Options.BotId, content, rows, chat.Clock.Now)
        {
            Silent = parameters.Flag("disable_notification"),
        });
        return BotAnswer.Ok(writer.Message(sent));
    }

    public BotAnswer EditText(BotParameters parameters)
    {
        var message = Editable(parameters);
        return Edit(message, Content(parameters), ButtonReader.Read(parameters.Json("reply_markup")));
    }

    public BotAnswer EditButtons(BotParameters parameters)
    {
        var message = Editable(parameters);
        return Edit(message, null, ButtonReader.Read(parameters.Json("reply_markup")));
    }

    /// <summary>A bot takes away what it wrote itself, and in a private chat what it was told, for 48 hours.</summary>
    public BotAnswer Delete(BotParameters parameters)
    {
        var message = Named(parameters, "message to delete not found");
        var its = message.SenderId == chat.Options.BotId || TelegramOptions.IsPrivate(message.ChatId);
        if (!its || chat.Clock.Now - message.At > DeletableFor)
        {
            return BotAnswer.BadRequest("message can't be deleted for everyone");
        }

        chat.Transcript.Remove(message.Id);
        return BotAnswer.Ok(true);
    }

    private BotAnswer Edit(ChatMessage message, MarkedText? content, IReadOnlyList<IReadOnlyList<ChatButton>> rows)
    {
        if (Refusal(message.ChatId) is { } refusal)
        {
            return refusal;
        }

        var edited = chat.Transcript.Edit(message.Id, current => current.ShowsTheSameAs(content ?? current.Content, rows)
            ? null
            : new ChatMessage(current.Id, current.ChatId, current.SenderId, content ?? current.Content, rows, current.At)
            {
                Edits = current.Edits + 1,
                EditedAt = chat.Clock.Now,
                Silent = current.Silent,
            });
        return edited is null ? BotAnswer.BadRequest(NotModified) : BotAnswer.Ok(writer.Message(edited));
    }

    /// <summary>What Telegram answers to a well-formed call that it does not carry out.</summary>
    private BotAnswer? Refusal(long chatId)
    {
        if (chat.Faults.Hits(Fault.TelegramBlocked, 0.02))
        {
            return new BotAnswer(403, null, "Forbidden: bot was blocked by the user");
        }

        if (chat.Faults.Hits(Fault.TelegramRateLimited, 0.05))
        {
            return BotAnswer.TooManyRequests(5);
        }

        return _limit.Take(chatId, chat.Clock.Now) is > 0 and var seconds ? BotAnswer.TooManyRequests(seconds) : null;
    }

    private long KnownChat(BotParameters parameters) => parameters.Text("chat_id") switch
    {
        null or "" => throw new BotRequestException("chat_id is empty"),
        _ when parameters.Number("chat_id") is { } group && chat.Upgraded(group) is { } supergroup =>
            throw new BotRequestException("group chat was upgraded to a supergroup chat", supergroup),
        _ when parameters.Number("chat_id") is { } chatId && chat.Knows(chatId) => chatId,
        _ => throw new BotRequestException("chat not found"),
    };

    private ChatMessage Editable(BotParameters parameters)
    {
        var message = Named(parameters, "message to edit not found");
        return message.SenderId == chat.Options.BotId ? message : throw new BotRequestException("message can't be edited");
    }

    /// <param name="otherwise">What Telegram says where the chat has no such message.</param>
    private ChatMessage Named(BotParameters parameters, string otherwise)
    {
        var chatId = KnownChat(parameters);
        var message = parameters.Number("message_id") is { } id and > 0 and <= int.MaxValue
            ? chat.Transcript.Find(chatId, (int)id)
            : throw new BotRequestException("message identifier is not specified");
        return message ?? throw new BotRequestException(otherwise);
    }

    private static MarkedText Content(BotParameters parameters)
    {
        var text = parameters.Text("text") ?? string.Empty;
        var content = parameters.Text("parse_mode") switch
        {
            null or "" => MarkupReader.Plain(text),
            var mode when mode.Equals("HTML", StringComparison.OrdinalIgnoreCase) => MarkupReader.Html(text),
            _ => throw new BotRequestException("unsupported parse_mode"),
        };
        return content.Text.Length switch
        {
            _ when string.IsNullOrWhiteSpace(content.Text) => throw new BotRequestException("message text is empty"),
            > MaximumTextLength => throw new BotRequestException("message is too long"),
            _ => content,
        };
    }
}
