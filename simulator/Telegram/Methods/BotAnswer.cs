using System.Text.Json.Nodes;

namespace ExitDesk.Simulator.Telegram.Methods;

/// <summary>The envelope of an answer: a result, or a code with a reason.</summary>
internal sealed record BotAnswer(int Status, JsonNode? Result, string? Description, int? RetryAfter = null)
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

        return envelope;
    }
}
