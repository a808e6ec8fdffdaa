using System.Text.Json;
using ExitDesk.Engine.Workflows.Operator;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace ExitDesk.Engine.Adapters.Telegram;

/// <summary>Reads what Telegram posts to the webhook.</summary>
public static class TelegramUpdates
{
    /// <summary>Longest text that is carried on: a command is short.</summary>
    public const int LongestText = 512;

    /// <summary>Reads a body.</summary>
    /// <param name="body">As it came; anything.</param>
    /// <param name="problem">What is wrong with it; null if it could be read.</param>
    /// <returns>The update; null if it is unreadable, or of a kind that means nothing here.</returns>
    public static OperatorUpdate? Read(string body, out string? problem)
    {
        problem = null;
        try
        {
            var update = JsonSerializer.Deserialize<Update>(body, JsonBotAPI.Options);
            if (update is null || update.Id <= 0)
            {
                problem = "no update_id";
                return null;
            }

            return update.CallbackQuery is { } press ? OfPress(update.Id, press) : OfMessage(update.Id, update.Message);
        }
        catch (JsonException wrong)
        {
            problem = $"not an update at {wrong.Path ?? "$"}, line {wrong.LineNumber + 1}";
            return null;
        }
    }

    private static OperatorUpdate? OfPress(int updateId, CallbackQuery press) =>
        press is { From: not null, Data: not null, Id: not null, Message.Chat: not null }
            ? new OperatorUpdate(updateId, press.From.Id, Name(press.From), press.Message.Chat.Id, Short(press.Data), press.Id)
            : null;

    private static OperatorUpdate? OfMessage(int updateId, Message? message) =>
        message is { From: not null, Text: not null, Chat: not null }
            ? new OperatorUpdate(updateId, message.From.Id, Name(message.From), message.Chat.Id, Short(message.Text), null) { SentAt = SentAt(message) }
            : null;

    private static DateTimeOffset? SentAt(Message message) =>
        message.Date == default ? null : new DateTimeOffset(DateTime.SpecifyKind(message.Date, DateTimeKind.Utc));

    private static string Name(User user) => Short(string.IsNullOrWhiteSpace(user.FirstName) ? $"user {user.Id}" : user.FirstName);

    private static string Short(string text) => text.Length <= LongestText ? text : text[..LongestText];
}
