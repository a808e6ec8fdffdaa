using System.Globalization;

namespace ExitDesk.Domain.Entries.Gates;

/// <summary>Values as findings quote them.</summary>
internal static class EntryGateText
{
    /// <summary>USD with cents.</summary>
    public static string Usd(decimal amount) => string.Create(CultureInfo.InvariantCulture, $"${amount:#,0.00}");

    public static string Number(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    public static string Price(decimal price) => price.ToString("0.00##", CultureInfo.InvariantCulture);

    public static string Percent(decimal fraction) => string.Create(CultureInfo.InvariantCulture, $"{fraction * 100:0.##} %");
}
