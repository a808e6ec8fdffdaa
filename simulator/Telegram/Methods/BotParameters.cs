using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ExitDesk.Simulator.Telegram.Methods;

/// <summary>The parameters of a call from the query, a form or a JSON body; objects in a form are JSON texts.</summary>
internal sealed class BotParameters(IReadOnlyDictionary<string, JsonNode?> values)
{
    /// <exception cref="BotRequestException">The body is not what its content type says.</exception>
    public static async Task<BotParameters> ReadAsync(HttpRequest request)
    {
        var values = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var (name, value) in request.Query)
        {
            values[name] = value.ToString();
        }

        if (request.HasFormContentType)
        {
            foreach (var (name, value) in await request.ReadFormAsync(request.HttpContext.RequestAborted))
            {
                values[name] = value.ToString();
            }
        }
        else if (request.HasJsonContentType())
        {
            var body = await Parse(request);
            foreach (var (name, value) in body)
            {
                values[name] = value;
            }
        }

        return new BotParameters(values);
    }

    /// <summary>The text, or null if the parameter is missing.</summary>
    public string? Text(string name) => values.GetValueOrDefault(name) switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        var other => other.ToJsonString(),
    };

    public long? Number(string name) =>
        long.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public bool Flag(string name) => Text(name) is "true" or "True" or "1";

    /// <summary>The object or array, or null if the parameter is missing or empty.</summary>
    /// <exception cref="BotRequestException">It is a text that is not JSON.</exception>
    public JsonNode? Json(string name)
    {
        var node = values.GetValueOrDefault(name);
        if (node is not JsonValue value || !value.TryGetValue<string>(out var text))
        {
            return node;
        }

        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            throw new BotRequestException($"can't parse {name.Replace('_', ' ')} JSON object");
        }
    }

    private static async Task<JsonObject> Parse(HttpRequest request)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted) as JsonObject
                ?? throw new BotRequestException("can't parse JSON object");
        }
        catch (JsonException)
        {
            throw new BotRequestException("can't parse JSON object");
        }
    }
}
