using System.Globalization;
using ExitDesk.TestKit.Floods;

namespace ExitDesk.Benchmarks.Measurements;

/// <summary>Redelivered, reordered and delayed messages by the million, and what they close.</summary>
internal static class MessagesMeasurement
{
    private const int Positions = 200;
    private const int MostCopies = 30;
    private const int SideBySide = 4;
    private const int DaysBetweenLines = 5;

    /// <param name="options">Empty, or <c>--count N</c>: deliveries to reach, a million by default.</param>
    /// <returns>The program's exit code: 0 only if nothing was closed twice.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> options)
    {
        var count = options is ["--count", var text] && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 1_000_000;
        Console.WriteLine($"{Positions} positions a day, each message up to {MostCopies} times, {SideBySide} at once. {Machine.Describe()}, {Machine.Load()} at the start");
        var started = TimeProvider.System.GetTimestamp();
        var sum = FloodResult.None;
        for (var day = 1; sum.Count.Deliveries < count; day++)
        {
            sum += await MessageFlood.PlayAsync(day, Positions, MostCopies, SideBySide);
            if (day % DaysBetweenLines == 0)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{day} days, {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0} s: {sum.Count}"));
            }
        }

        var seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds:0} s, {sum.Count.Deliveries / seconds:0} deliveries a second, {Machine.Load()} at the end"));
        Console.WriteLine($"{sum.Count}");
        Console.WriteLine($"positions {sum.Positions}, closed once {sum.Closed}, orders taken {sum.Orders}, refused {sum.Refused}, problems {sum.Problems.Count}");
        foreach (var problem in sum.Problems.Take(20))
        {
            Console.WriteLine($"  {problem}");
        }

        return sum.Problems.Count == 0 ? 0 : 1;
    }
}
