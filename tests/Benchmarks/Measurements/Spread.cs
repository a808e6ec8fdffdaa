using System.Globalization;

namespace ExitDesk.Benchmarks.Measurements;

/// <summary>Median and range of repeated measurements, in the unit of what was measured.</summary>
internal readonly record struct Spread(int Count, double Median, double Least, double Most)
{
    /// <summary>Sums up at least one value.</summary>
    public static Spread Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        var middle = sorted.Length / 2;
        var median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(sorted.Length, median, sorted[0], sorted[^1]);
    }

    /// <summary>For instance <c>12.3 (11.0–19.8)</c>.</summary>
    public string Format(string digits) => string.Create(
        CultureInfo.InvariantCulture, $"{Text(Median, digits)} ({Text(Least, digits)}–{Text(Most, digits)})");

    private static string Text(double value, string digits) => value.ToString(digits, CultureInfo.InvariantCulture);
}
