using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ExitDesk.Simulator.Alpaca;

/// <summary>How the broker writes numbers, instants and asset ids.</summary>
internal static class WireText
{
    /// <summary>A number as a string, without trailing zeros, at most six decimals.</summary>
    public static string Number(decimal value) => Math.Round(value, 6).ToString("0.######", CultureInfo.InvariantCulture);

    /// <returns>Null: null.</returns>
    public static string? Number(decimal? value) => value is { } number ? Number(number) : null;

    /// <summary>RFC 3339 in UTC with nanoseconds.</summary>
    public static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffff00Z", CultureInfo.InvariantCulture);

    /// <returns>Null: null.</returns>
    public static string? Instant(DateTimeOffset? at) => at is { } instant ? Instant(instant) : null;

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The id of an asset: a function of its symbol.</summary>
    public static string AssetId(string symbol)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(symbol));
        return new Guid(hash.AsSpan(0, 16)).ToString();
    }
}
