using System.Text.Json;

namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>The broker's refusal, <c>{"code":40310000,"message":"…"}</c>; any part of it may be missing.</summary>
/// <param name="Code">Null if the body had none.</param>
/// <param name="Message">The broker's words; empty if there were none.</param>
internal sealed record AlpacaError(int? Code, string Message)
{
    /// <summary>404 with this code says plainly that there is no such position or order; any other 404 may be a wrong address.</summary>
    public const int NotFound = 40410000;

    private const int LongestMessage = 300;

    public static AlpacaError Read(AlpacaAnswer answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer.Body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new AlpacaError(CodeOf(document.RootElement), MessageOf(document.RootElement))
                : new AlpacaError(null, Clip(answer.Body));
        }
        catch (JsonException)
        {
            return new AlpacaError(null, Clip(answer.Body));
        }
    }

    private static int? CodeOf(JsonElement error) =>
        error.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out var number)
            ? number
            : null;

    private static string MessageOf(JsonElement error) =>
        error.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String
            ? Clip(message.GetString()!)
            : "";

    private static string Clip(string text) => text.Length <= LongestMessage ? text : text[..LongestMessage] + "…";
}
