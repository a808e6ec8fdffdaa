using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>Finds code and message in the service's error body, <c>{"odata.error":{"code":…,"message":{"value":…}}}</c>.</summary>
internal sealed class TableErrorParser : RequestFailedDetailsParser
{
    public static TableErrorParser Instance { get; } = new();

    public override bool TryParse(
        Response response, [NotNullWhen(true)] out ResponseError? error, out IDictionary<string, string>? data)
    {
        data = null;
        error = Parse(response);
        return error is not null;
    }

    public static ResponseError? Parse(Response response)
    {
        if (response.ContentStream is not { CanSeek: true, Length: > 0 })
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(response.Content.ToMemory());
            return json.RootElement.ValueKind == JsonValueKind.Object &&
                json.RootElement.TryGetProperty("odata.error", out var error)
                ? new ResponseError(error.GetProperty("code").GetString(), Message(error))
                : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // A proxy's page, or half a body: the status alone must do.
            return null;
        }
    }

    private static string? Message(JsonElement error) =>
        error.TryGetProperty("message", out var message) && message.TryGetProperty("value", out var value) ? value.GetString() : null;
}
