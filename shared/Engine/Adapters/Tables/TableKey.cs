using System.Globalization;
using System.Text;

namespace ExitDesk.Engine.Adapters.Tables;

/// <summary>Writes any text as a PartitionKey or RowKey, reversibly, character by character: a prefix stays a prefix.</summary>
/// <remarks>
/// Keys must not hold <c>/ \ # ?</c> or control characters, and have at most 512 characters (Azure Storage, "Understanding the
/// Table service data model", read 2026-11). Beyond that, everything that some part of the way reads its own way (percent
/// signs, quotes, blanks, letters outside ASCII) is written as <c>!</c> and four hexadecimal digits.
/// </remarks>
public static class TableKey
{
    private const int Longest = 512;
    private const char Escape = '!';

    /// <exception cref="ArgumentException">It would be too long.</exception>
    public static string Of(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            _ = IsPlain(character)
                ? key.Append(character)
                : key.Append(Escape).Append(((int)character).ToString("X4", CultureInfo.InvariantCulture));
        }

        return key.Length <= Longest
            ? key.ToString()
            : throw new ArgumentException($"the key {text[..40]}… takes {key.Length} characters; {Longest} fit", nameof(text));
    }

    /// <summary>The text that <see cref="Of"/> was given.</summary>
    public static string Read(string key)
    {
        var text = new StringBuilder(key.Length);
        for (var i = 0; i < key.Length; i++)
        {
            if (key[i] == Escape)
            {
                var code = key.AsSpan(i + 1, 4);
                text.Append((char)ushort.Parse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                text.Append(key[i]);
            }
        }

        return text.ToString();
    }

    /// <summary>The first key after all that begin with a prefix: its last character plus one, which ASCII always has.</summary>
    /// <param name="prefix">As <see cref="Of"/> wrote it; not empty.</param>
    public static string After(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);

    private static bool IsPlain(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is ':' or '-' or '_' or '.' or ';' or ',' or '=' or '@';
}
