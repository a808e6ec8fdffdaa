using System.Globalization;
using System.Text.Json;

namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>One object of an answer, with its place for error messages. Alpaca sends numbers as strings.</summary>
internal readonly record struct JsonRow(JsonElement Element, string Place)
{
    private const int LongestQuote = 60;

    /// <summary>Reads a document whose root is one object.</summary>
    /// <exception cref="FailedReadException">It is no complete JSON, or no object.</exception>
    public static T Read<T>(string json, string place, Func<JsonRow, T> read)
    {
        using var document = Parse(json, place);
        return read(Row(document.RootElement, place));
    }

    /// <summary>Reads a document whose root is a list of objects. Always all of them.</summary>
    /// <exception cref="FailedReadException">It is no complete JSON, or no list, or a row cannot be understood.</exception>
    public static IReadOnlyList<T> ReadList<T>(string json, string place, Func<JsonRow, T> read)
    {
        using var document = Parse(json, place);
        return [.. Rows(document.RootElement, place).Select(read)];
    }

    /// <summary>An object inside this one.</summary>
    /// <exception cref="FailedReadException">It is absent, or no object.</exception>
    public JsonRow Row(string name) => Find(name) is { } inner ? Row(inner, $"{Place}.{name}") : throw Wrong(name, "is no object");

    /// <summary>The rows of a list; none if it is absent or null.</summary>
    public IEnumerable<JsonRow> List(string name) =>
        Find(name) is { } list ? Rows(list, $"{Place}.{name}") : [];

    /// <summary>Empty if absent, null or no text.</summary>
    public string Text(string name) => Find(name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";

    /// <exception cref="FailedReadException">It is absent or empty.</exception>
    public string RequiredText(string name) => Text(name) is { Length: > 0 } text ? text : throw Wrong(name, "is not a text");

    /// <exception cref="FailedReadException">It is absent or cannot be read.</exception>
    public decimal Number(string name) => OptionalNumber(name) ?? throw Wrong(name, "is not a number");

    /// <summary>Null if absent, null or empty.</summary>
    /// <exception cref="FailedReadException">It is there and cannot be read.</exception>
    public decimal? OptionalNumber(string name) =>
        Find(name) is null or { ValueKind: JsonValueKind.String } && Text(name).Length == 0
            ? null
            : ReadableNumber(name) ?? throw Wrong(name, "is not a number");

    /// <summary>Null if absent or unreadable: for what nothing is decided by.</summary>
    public decimal? ReadableNumber(string name)
    {
        var text = Find(name) switch
        {
            { ValueKind: JsonValueKind.String } value => value.GetString(),
            { ValueKind: JsonValueKind.Number } value => value.GetRawText(),
            _ => null,
        };
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>UTC.</summary>
    /// <exception cref="FailedReadException">It is absent or cannot be read.</exception>
    public DateTimeOffset Instant(string name) => OptionalInstant(name) ?? throw Wrong(name, "is not an instant");

    /// <summary>UTC; null if absent, null or empty.</summary>
    /// <exception cref="FailedReadException">It is there and cannot be read.</exception>
    public DateTimeOffset? OptionalInstant(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value when value.GetString() is "" => null,
        { ValueKind: JsonValueKind.String } value when value.TryGetDateTimeOffset(out var instant) => instant.ToUniversalTime(),
        _ => throw Wrong(name, "is not an instant"),
    };

    public FailedReadException Wrong(string name, string why) =>
        new($"{Place}.{name}: {(Element.TryGetProperty(name, out var value) ? Clip(value.GetRawText()) : "nothing")} {why}");

    private static JsonDocument Parse(string json, string place)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException e)
        {
            throw new FailedReadException($"{place}: the answer is not complete JSON ({e.Message})");
        }
    }

    private static IEnumerable<JsonRow> Rows(JsonElement list, string place) => list.ValueKind == JsonValueKind.Array
        ? list.EnumerateArray().Select((element, index) => Row(element, $"{place}[{index}]"))
        : throw new FailedReadException($"{place}: a list is expected, not {Clip(list.GetRawText())}");

    private static JsonRow Row(JsonElement element, string place) => element.ValueKind == JsonValueKind.Object
        ? new JsonRow(element, place)
        : throw new FailedReadException($"{place}: an object is expected, not {Clip(element.GetRawText())}");

    private static string Clip(string text) => text.Length <= LongestQuote ? text : text[..LongestQuote] + "…";

    private JsonElement? Find(string name) =>
        Element.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
            ? value
            : null;
}
