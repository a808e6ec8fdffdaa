using System.Globalization;
using ExitDesk.Simulator.CommandLine;
using ExitDesk.Simulator.Report;
using ExitDesk.Simulator.Run;
using ExitDesk.Simulator.Scenarios;
using ExitDesk.Simulator.Telegram;

namespace ExitDesk.Benchmarks.Measurements;

/// <summary>The demo day as fast as the function app keeps up, several times: start, memory, latencies, wall time.</summary>
internal static class DemoMeasurement
{
    private const int Days = 5;

    private static readonly RunOptions Options = new() { Speed = null, Headless = true, Approve = ApprovalHabit.Auto };

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        Console.WriteLine($"The day {FirstDay.Name} at full speed, {Days} times. {Machine.Describe()}");
        var days = new List<(DayReport Report, double Seconds)>();
        for (var day = 1; day <= Days; day++)
        {
            days.Add(await PlayAsync(cancellationToken));
            var (report, seconds) = days[^1];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"day {day}: {seconds:0.0} s, {(report.IsGood ? "good" : "NOT GOOD")}, {Machine.Load()}"));
        }

        Print("day, wall clock, s", "0.0", days.Select(day => day.Seconds));
        Print("function app ready after, s", "0.00", days.Select(day => day.Report.FunctionApp.ReadySeconds));
        Print("function app peak memory, MB", "0", days.Select(day => day.Report.FunctionApp.PeakMegabytes));
        Print("broker calls", "0", days.Select(day => (double)day.Report.BrokerCalls.Values.Sum()));
        Print("storage transactions", "0", days.Select(day => (double)(day.Report.TableTransactions ?? 0)));
        Print("trigger to accepted, ms", days.Select(day => day.Report.TriggerToAcceptedMs));
        Print("tap to acknowledged, ms", days.Select(day => day.Report.TapToAcknowledgedMs));
    }

    private static async Task<(DayReport Report, double Seconds)> PlayAsync(CancellationToken cancellationToken)
    {
        await using var rig = await Rig.StartAsync(FirstDay.Create(Options.Seed), Options, TextWriter.Null, TimeProvider.System, cancellationToken);
        using var watch = new DayWatch(rig);
        using var owner = ScriptedUser.Attend(rig.Telegram.Chat, Options.Approve);
        var started = TimeProvider.System.GetTimestamp();
        await new DayRunner(rig, Options.Speed, watch).RunAsync(cancellationToken);
        var elapsed = TimeProvider.System.GetElapsedTime(started);
        return (await new ReportBuilder(rig, watch, Options).BuildAsync(cancellationToken), elapsed.TotalSeconds);
    }

    private static void Print(string what, IEnumerable<LatencyReport> latencies)
    {
        var all = latencies.ToList();
        Print($"{what}: p50", "0", all.Select(latency => latency.P50));
        Print($"{what}: p95", "0", all.Select(latency => latency.P95));
        Print($"{what}: max", "0", all.Select(latency => latency.Max));
        Print($"{what}: how many a day", "0", all.Select(latency => (double)latency.Count));
    }

    private static void Print(string what, string digits, IEnumerable<double> values) =>
        Console.WriteLine($"{what,-40} {Spread.Of(values).Format(digits)}");
}
