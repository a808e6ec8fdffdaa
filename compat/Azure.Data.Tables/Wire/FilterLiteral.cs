using System.Globalization;
using System.Text;

namespace Azure.Data.Tables.Wire;

/// <summary>Values as literals of the service's filter language.</summary>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/querying-tables-and-entities</remarks>
internal static class FilterLiteral
{
    /// <exception cref="ArgumentException">The value has no literal.</exception>
    public static string Of(object? value, int position) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        string text => Quote(text),
        char letter => Quote(letter.ToString()),
        StringBuilder text => Quote(text.ToString()),
        long or ulong => Invariant(value) + "L",
        sbyte or byte or short or ushort or int or uint or decimal => Invariant(value),
        float number => Finite(number, position),
        double number => Finite(number, position),
        Guid id => $"guid'{id}'",
        DateTimeOffset instant => $"datetime'{WireText.Instant(instant.UtcDateTime)}'",
        DateTime instant => $"datetime'{WireText.Instant(instant.ToUniversalTime())}'",
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
        BinaryData data => $"X'{Convert.ToHexString(data)}'",
        _ => throw new ArgumentException($"Filter argument {position} is of type {value.GetType()}, which has no literal."),
    };

    /// <summary>A text between apostrophes; an apostrophe inside counts double, or it would end the literal.</summary>
    public static string Escape(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    private static string Quote(string text) => $"'{Escape(text)}'";

    private static string Invariant(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private static string Finite(double value, int position) => double.IsFinite(value)
        ? WireText.Double(value)
        : throw new ArgumentException($"Filter argument {position} is {Invariant(value)}, which nothing compares to.");
}
