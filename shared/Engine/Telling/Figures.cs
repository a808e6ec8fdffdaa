using System.Globalization;

namespace ExitDesk.Engine.Telling;

/// <summary>Numbers as a trader reads them.</summary>
public static class Figures
{
    /// <summary>For instance <c>+$1,114.00</c>; zero is <c>$0.00</c>.</summary>
    public static string Signed(decimal dollars) =>
        (dollars > 0 ? "+" : dollars < 0 ? "-" : "") + "$" + Math.Abs(dollars).ToString("#,##0.00", CultureInfo.InvariantCulture);

    /// <summary>An amount without a plus, for instance <c>$1,114.00</c> or <c>-$20.00</c>.</summary>
    public static string Dollars(decimal dollars) => (dollars < 0 ? "-$" : "$") + Math.Abs(dollars).ToString("#,##0.00", CultureInfo.InvariantCulture);

    /// <summary>A price per share, at least two decimals: <c>1.48</c>; unknown is <c>–</c>.</summary>
    public static string Price(decimal? price) => price?.ToString("#,##0.00##", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>A computed price to the cent; unknown is <c>–</c>.</summary>
    public static string Cents(decimal? price) => price?.ToString("#,##0.00", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>A fraction as signed percent: <c>-25.1 %</c>; unknown is <c>–</c>.</summary>
    public static string Percent(decimal? fraction) =>
        fraction is { } value ? (value * 100).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + " %" : "–";

    /// <summary>A quantity without needless zeros.</summary>
    public static string Quantity(decimal quantity) => quantity.ToString("#,##0.####", CultureInfo.InvariantCulture);

    /// <summary>A span in the largest units that matter: <c>45 s</c>, <c>3 min 20 s</c>, <c>2 h 5 min</c>.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalSeconds: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.#} s"),
        { TotalMinutes: < 60 } => span.Seconds == 0 ? $"{span.Minutes} min" : $"{span.Minutes} min {span.Seconds} s",
        _ => $"{(int)span.TotalHours} h {span.Minutes} min",
    };
}
