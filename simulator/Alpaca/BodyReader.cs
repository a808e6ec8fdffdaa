using System.Globalization;
using System.Text;
using System.Text.Json;
using ExitDesk.Simulator.Venue;
using Microsoft.AspNetCore.Http;

namespace ExitDesk.Simulator.Alpaca;

/// <summary>Reads a JSON request body, whatever its content type says, and remembers the first thing wrong with it.</summary>
/// <remarks>Alpaca's own SDKs post JSON as <c>text/plain</c>; numbers come as numbers or as strings.</remarks>
internal sealed class BodyReader
{
    private const int LargestBody = 64 * 1024;
    private readonly JsonElement _body;

    private BodyReader(JsonElement body, Refusal? refusal)
    {
        _body = body;
        Refusal = refusal;
    }

    /// <summary>Null: nothing wrong so far.</summary>
    public Refusal? Refusal { get; private set; }

    public static async Task<BodyReader> ReadAsync(HttpContext context)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[4096];
        for (int read; (read = await context.Request.Body.ReadAsync(chunk, context.RequestAborted).ConfigureAwait(false)) > 0;)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > LargestBody)
            {
                return new BodyReader(default, new Refusal(413, 41310000, $"request body is larger than {LargestBody} bytes"));
            }
        }

        return Parse(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    /// <returns>Null: absent, null or empty.</returns>
    public string? Text(string name)
    {
        if (!Find(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString() is { Length: > 0 } text ? text : null;
        }

        Refuse($"{name} must be a string");
        return null;
    }

    /// <returns>Null: absent, null or empty.</returns>
    public decimal? Number(string name)
    {
        if (!Find(name, out var value))
        {
            return null;
        }

        var text = value.ValueKind switch
        {
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.String => value.GetString()!,
            _ => "?",
        };
        if (text.Length == 0)
        {
            return null;
        }

        const NumberStyles Style =
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent;
        if (decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Refuse($"{name} must be a number");
        return null;
    }

    /// <summary>A whole number of contracts or shares.</summary>
    /// <returns>Null: absent.</returns>
    public int? Quantity(string name)
    {
        if (Number(name) is not { } number)
        {
            return null;
        }

        var answer = WholeQuantity.Of(name, number);
        Refusal ??= answer.Refusal;
        return answer.Quantity;
    }

    public bool Flag(string name)
    {
        if (!Find(name, out var value) || value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.ValueKind == JsonValueKind.True;
        }

        Refuse($"{name} must be true or false");
        return false;
    }

    /// <summary>A list of JSON objects, each with a reader of its own.</summary>
    /// <returns>Null: absent.</returns>
    public IReadOnlyList<BodyReader>? Items(string name)
    {
        if (!Find(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object))
        {
            return [.. value.EnumerateArray().Select(item => new BodyReader(item, null))];
        }

        Refuse($"{name} must be a list of objects");
        return null;
    }

    public bool Has(string name) => Find(name, out _);

    public void Refuse(string message) => Refuse(Refusals.Malformed(message));

    public void Refuse(Refusal refusal) => Refusal ??= refusal;

    private static BodyReader Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new BodyReader(document.RootElement.Clone(), null)
                : Invalid();
        }
        catch (JsonException)
        {
            return Invalid();
        }
    }

    private static BodyReader Invalid() =>
        new(default, new Refusal(400, 40010000, "request body format is invalid: a JSON object is expected"));

    private bool Find(string name, out JsonElement value)
    {
        value = default;
        return _body.ValueKind == JsonValueKind.Object
            && _body.TryGetProperty(name, out value)
            && value.ValueKind != JsonValueKind.Null;
    }
}
