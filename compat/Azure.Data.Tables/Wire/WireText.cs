using System.Globalization;

namespace Azure.Data.Tables.Wire;

/// <summary>Values as text, the same in bodies and in filters.</summary>
internal static class WireText
{
    /// <summary>The shortest text that reads back to the same number, never one that could be taken for an integer.</summary>
    public static string Double(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return double.IsFinite(value) && !text.AsSpan().ContainsAny('.', 'E') ? text + ".0" : text;
    }

    /// <summary>An instant in UTC, to 100 nanoseconds.</summary>
    public static string Instant(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
