using System.Text.Json.Nodes;
using ExitDesk.Simulator.Telegram.Markup;

namespace ExitDesk.Simulator.Telegram.Methods;

/// <summary>The methods of the Bot API that this simulator knows; names are read in any case, as Telegram does.</summary>
internal sealed class BotMethods
{
    private const int MaximumAnswerLength = 200;
    private const int MaximumCommands = 100;

    private readonly SimulatedChat _chat;
    private readonly UpdateWriter _writer;
    private readonly Dictionary<string, Func<BotParameters, BotAnswer>> _methods;

    public BotMethods(SimulatedChat chat)
    {
        _chat = chat;
        _writer = new UpdateWriter(chat.Options);
        var messages = new MessageMethods(chat, _writer);
        var webhook = new WebhookMethods(chat);
        _methods = new(StringComparer.OrdinalIgnoreCase)
        {
            ["getMe"] = _ => Me(),
            ["sendMessage"] = messages.Send,
            ["editMessageText"] = messages.EditText,
            ["editMessageReplyMarkup"] = messages.EditButtons,
            ["deleteMessage"] = messages.Delete,
            ["answerCallbackQuery"] = AnswerPress,
            ["setWebhook"] = webhook.Set,
            ["deleteWebhook"] = webhook.Delete,
            ["getWebhookInfo"] = _ => webhook.Show(),
            ["getUpdates"] = webhook.Fetch,
            ["setMyCommands"] = SetCommands,
            ["getMyCommands"] = _ => Commands(),
        };
    }

    public BotAnswer Call(string method, BotParameters parameters)
    {
        if (!_methods.TryGetValue(method, out var call))
        {
            return new BotAnswer(404, null, "Not Found: method not found");
        }

        try
        {
            return call(parameters);
        }
        catch (BotRequestException exception)
        {
            return exception.Answer;
        }
        catch (MarkupException exception)
        {
            return BotAnswer.BadRequest($"can't parse entities: {exception.Message}");
        }
    }

    private BotAnswer Me()
    {
        var me = _writer.User(_chat.Options.BotId);
        me["can_join_groups"] = true;
        me["can_read_all_group_messages"] = false;
        me["supports_inline_queries"] = false;
        return BotAnswer.Ok(me);
    }

    private BotAnswer AnswerPress(BotParameters parameters)
    {
        var text = parameters.Text("text");
        if (text is { Length: > MaximumAnswerLength })
        {
            return BotAnswer.BadRequest("MESSAGE_TOO_LONG");
        }

        var answered = _chat.PressRegister.Answer(
            parameters.Text("callback_query_id") ?? string.Empty,
            string.IsNullOrEmpty(text) ? null : text,
            parameters.Flag("show_alert"));
        return answered
            ? BotAnswer.Ok(true)
            : BotAnswer.BadRequest("query is too old and response timeout expired or query ID is invalid");
    }

    private BotAnswer SetCommands(BotParameters parameters)
    {
        if (parameters.Json("commands") is not JsonArray list)
        {
            return BotAnswer.BadRequest("can't parse commands: Expected an Array of BotCommand");
        }

        BotCommandLine[] commands =
            [.. list.Select(line => new BotCommandLine(
                (string?)line?["command"] ?? string.Empty, (string?)line?["description"] ?? string.Empty))];
        if (commands.Length > MaximumCommands)
        {
            return BotAnswer.BadRequest("BOT_COMMANDS_TOO_MUCH");
        }

        if (commands.Any(line => line.Command.Length is 0 or > 32 || !line.Command.All(IsCommandLetter)))
        {
            return BotAnswer.BadRequest("BOT_COMMAND_INVALID");
        }

        if (commands.Any(line => line.Description.Length is 0 or > 256))
        {
            return BotAnswer.BadRequest("BOT_COMMAND_DESCRIPTION_INVALID");
        }

        _chat.SetCommands(commands);
        return BotAnswer.Ok(true);
    }

    private BotAnswer Commands() => BotAnswer.Ok(new JsonArray([.. _chat.Commands.Select(line =>
        new JsonObject { ["command"] = line.Command, ["description"] = line.Description })]));

    private static bool IsCommandLetter(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_';
}
