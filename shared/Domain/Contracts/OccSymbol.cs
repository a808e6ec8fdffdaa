using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ExitDesk.Domain.Contracts;

/// <summary>The text form of an option contract: root, yymmdd, C or P, strike × 1000 in eight digits, no padding.</summary>
/// <remarks>Source: OCC Options Symbology Initiative, the unpadded form that Alpaca uses (read 2026-11).</remarks>
public static class OccSymbol
{
    private const int TailLength = 15;
    private const int LongestRoot = 6;

    /// <summary>Whether a text could be meant as an option symbol at all, right or wrong: longer than any stock symbol.</summary>
    public static bool LooksLikeOption(string? text) => text is { Length: > TailLength - 3 };

    /// <summary>Reads a symbol. Says what is wrong and where, counting characters from 1.</summary>
    public static bool TryParse(
        string? text, [NotNullWhen(true)] out OptionContract? contract, [NotNullWhen(false)] out string? error)
    {
        contract = null;
        error = Check(text);
        if (error is not null)
        {
            return false;
        }

        var tail = text.AsSpan(text!.Length - TailLength);
        var expiration = DateOnly.ParseExact(tail[..6], "yyMMdd", CultureInfo.InvariantCulture);
        var strike = int.Parse(tail[7..], CultureInfo.InvariantCulture) / 1000m;
        contract = new OptionContract(
            text[..^TailLength], Century(expiration), tail[6] == 'C' ? OptionRight.Call : OptionRight.Put, strike);
        return true;
    }

    /// <summary>Writes a contract's symbol.</summary>
    public static string Format(OptionContract contract) => string.Create(
        CultureInfo.InvariantCulture,
        $"{contract.Root}{contract.Expiration:yyMMdd}{(contract.Right == OptionRight.Call ? 'C' : 'P')}{decimal.ToInt64(contract.Strike * 1000):D8}");

    // A two-digit year is of this century: listed options began in 1973, but no symbol of this form is older than 2010.
    private static DateOnly Century(DateOnly date) => date.Year < 2000 ? date.AddYears(100) : date;

    private static string? Check(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "an option symbol is missing; write it like GOOG151224C00750000";
        }

        var rootLength = text.Length - TailLength;
        if (rootLength is < 1 or > LongestRoot)
        {
            return $"\"{text}\" has {text.Length} characters; an option symbol has 16 to 21, like GOOG151224C00750000";
        }

        return CheckRoot(text, rootLength) ?? CheckTail(text, rootLength);
    }

    private static string? CheckRoot(string text, int rootLength)
    {
        for (var i = 0; i < rootLength; i++)
        {
            var last = i == rootLength - 1 && i > 0;
            if (!char.IsAsciiLetterUpper(text[i]) && !(last && char.IsAsciiDigit(text[i])))
            {
                return $"\"{text}\", character {i + 1}: a root has capital letters, and at most one digit at its end";
            }
        }

        return null;
    }

    private static string? CheckTail(string text, int rootLength)
    {
        var tail = text.AsSpan(rootLength);
        for (var i = 0; i < TailLength; i++)
        {
            if (i != 6 && !char.IsAsciiDigit(tail[i]))
            {
                return $"\"{text}\", character {rootLength + i + 1}: a digit is expected";
            }
        }

        if (tail[6] is not ('C' or 'P'))
        {
            return $"\"{text}\", character {rootLength + 7}: C or P is expected";
        }

        if (!DateOnly.TryParseExact(tail[..6], "yyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            return $"\"{text}\", character {rootLength + 1}: {tail[..6]} is no date (yymmdd)";
        }

        return tail[7..].IndexOfAnyExcept('0') < 0 ? $"\"{text}\", character {rootLength + 8}: the strike is zero" : null;
    }
}
