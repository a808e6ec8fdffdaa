using System.Globalization;
using ExitDesk.Benchmarks.Latency;
using ExitDesk.Simulator.CommandLine;
using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Report;
using ExitDesk.Simulator.Run;

namespace ExitDesk.Benchmarks.Measurements;

/// <summary>From a trigger to the broker's acceptance with a sweep each second of market time: forty stops in five minutes, in real time and as fast as it goes.</summary>
internal static class LatencyMeasurement
{
    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        Console.WriteLine($"Forty stops in five minutes, a sweep each second. {Machine.Describe()}");
        foreach (double? speed in new double?[] { 1, null })
        {
            var report = await PlayAsync(new RunOptions { Speed = speed, Headless = true, SweepSeconds = 1 }, cancellationToken);
            var latency = report.TriggerToAcceptedMs;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{(speed is null ? "as fast as it goes" : "in real time"),-20} {latency.Count} triggers, p50 {latency.P50:0} ms, p95 {latency.P95:0} ms, max {latency.Max:0} ms, {(report.IsGood ? "good" : "NOT GOOD")}, {Machine.Load()}"));
            Console.WriteLine($"  {string.Join(", ", report.BrokerCalls.OrderByDescending(call => call.Value).Take(8).Select(call => $"{call.Value} {call.Key}"))}");
            foreach (var problem in report.Violations.Concat(report.Unended))
            {
                Console.WriteLine($"  {problem}");
            }
        }
    }

    private static async Task<DayReport> PlayAsync(RunOptions options, CancellationToken cancellationToken)
    {
        await using var rig = await Rig.StartAsync(FallingMorning.Create(options.Seed), options, TextWriter.Null, TimeProvider.System, cancellationToken);
        using var watch = new DayWatch(rig);
        await new DayRunner(rig, options.Speed, watch).RunUntilAsync(NewYork.ToUtc(rig.Scenario.Day.Date, FallingMorning.End), cancellationToken);
        return await new ReportBuilder(rig, watch, options).BuildAsync(cancellationToken);
    }
}
