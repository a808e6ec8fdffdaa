using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulator.Terminal;

/// <summary>Figures and times as the terminal shows them.</summary>
internal static partial class Words
{
    public static string Clock(DateTimeOffset instant) => NewYork.TimeOf(instant).ToString("HH:mm:ss", CultureInfo.InvariantCulture) + " ET";

    public static string Signed(decimal? dollars) => dollars is { } value
        ? (value > 0 ? "+" : value < 0 ? "-" : "") + "$" + Math.Abs(value).ToString("#,##0.00", CultureInfo.InvariantCulture)
        : "–";

    public static string Price(decimal? price) => price?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–";

    public static string Percent(decimal? fraction) =>
        fraction is { } value ? (value * 100).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + " %" : "–";

    /// <summary>A card on one line, without its markup.</summary>
    public static string OneLine(string html)
    {
        var text = WebUtility.HtmlDecode(Tag().Replace(html, "")).ReplaceLineEndings(" | ");
        return text.Length > 150 ? text[..149] + "…" : text;
    }

    public static string Fit(string text, int width) => text.Length <= width ? text : text[..Math.Max(0, width - 1)] + "…";

    [GeneratedRegex("</?[a-zA-Z][^<>]*>")]
    private static partial Regex Tag();
}
