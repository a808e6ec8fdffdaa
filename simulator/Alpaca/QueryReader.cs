using System.Globalization;
using ExitDesk.Simulator.Venue;
using Microsoft.AspNetCore.Http;

namespace ExitDesk.Simulator.Alpaca;

/// <summary>Reads a query string and remembers the first thing wrong with it.</summary>
internal sealed class QueryReader(IQueryCollection query)
{
    /// <summary>Null: nothing wrong so far.</summary>
    public Refusal? Refusal { get; private set; }

    /// <returns>Null: absent or empty.</returns>
    public string? Text(string name) => query[name].FirstOrDefault() is { Length: > 0 } text ? text : null;

    /// <summary>Words separated by commas, also over repeated parameters; empty where absent.</summary>
    public IReadOnlyList<string> Words(string name)
    {
        const StringSplitOptions Tidy = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        return [.. query[name].SelectMany(text => (text ?? "").Split(',', Tidy))];
    }

    public int Whole(string name, int standard, int smallest, int largest)
    {
        if (Text(name) is not { } text)
        {
            return standard;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= smallest && number <= largest)
        {
            return number;
        }

        Refuse($"{name} must be a whole number from {smallest} to {largest}");
        return standard;
    }

    /// <returns>Null: absent.</returns>
    public decimal? Number(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Refuse($"{name} must be a number");
        return null;
    }

    /// <summary>An RFC 3339 instant, or a day: its midnight in UTC.</summary>
    /// <returns>Null: absent.</returns>
    public DateTimeOffset? Instant(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        const DateTimeStyles Style = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (text.Length >= 10 && char.IsAsciiDigit(text[3])
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Style, out var instant))
        {
            return instant;
        }

        Refuse($"{name} must be an RFC 3339 timestamp or a date");
        return null;
    }

    /// <returns>Null: absent.</returns>
    public DateOnly? Day(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        var date = text.Length > 10 ? text[..10] : text;
        if (DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Refuse($"{name} must be a date: YYYY-MM-DD");
        return null;
    }

    public string Choice(string name, string standard, params ReadOnlySpan<string> allowed)
    {
        var text = Text(name) ?? standard;
        if (!allowed.Contains(text))
        {
            Refuse($"invalid {name} \"{text}\": use one of {string.Join(", ", allowed)}");
        }

        return text;
    }

    public bool Flag(string name) => Choice(name, "false", "true", "false") == "true";

    public void Refuse(string message) => Refusal ??= Refusals.Malformed(message);
}
