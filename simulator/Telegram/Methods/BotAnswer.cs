using System.Text.Json.Nodes;

namespace ExitDesk.Simulator.Telegram.Methods;

/// <summary>The envelope of an answer: a result, or a code with a reason.</summary>
/// <param name="RetryAfter">Seconds to wait; null: not asked for.</param>
/// <param name="MigrateTo">The chat's new id; null: it has kept its own.</param>
internal sealed record BotAnswer(int Status, JsonNode? Result, string? Description, int? RetryAfter = null, long? MigrateTo = null)
{
    public static BotAnswer Ok(JsonNode result, string? description = null) => new(200, result, description);

    public static BotAnswer BadRequest(string reason) => new(400, null, $"Bad Request: {reason}");

    public static BotAnswer TooManyRequests(int retryAfter) =>
        new(429, null, $"Too Many Requests: retry after {retryAfter}", retryAfter);

    public JsonObject ToJson()
    {
        var envelope = new JsonObject { ["ok"] = Status == 200 };
        if (Status == 200)
        {
            envelope["result"] = Result;
        }
        else
        {
            envelope["error_code"] = Status;
        }

        if (Description is not null)
        {
            envelope["description"] = Description;
        }

        if (RetryAfter is { } seconds)
        {
            envelope["parameters"] = new JsonObject { ["retry_after"] = seconds };
        }

        if (MigrateTo is { } chatId)
        {
            envelope["parameters"] = new JsonObject { ["migrate_to_chat_id"] = chatId };
        }

        return envelope;
    }
}
