using BenchmarkDotNet.Running;
using ExitDesk.Benchmarks.Measurements;

var token = CancellationToken.None;
switch (args)
{
    case ["cycle"]:
        await CycleMeasurement.RunAsync();
        return 0;
    case ["webhook"]:
        await WebhookMeasurement.RunAsync(token);
        return 0;
    case ["webhook", "taps"]:
        await TapMeasurement.RunAsync(token);
        return 0;
    case ["demo"]:
        await DemoMeasurement.RunAsync(token);
        return 0;
    case ["latency"]:
        await LatencyMeasurement.RunAsync(token);
        return 0;
    case ["flat"]:
        await FlatMeasurement.RunAsync();
        return 0;
    case ["messages", .. var options]:
        return await MessagesMeasurement.RunAsync(options);
    case ["structures"]:
        BenchmarkRunner.Run<StructureMatching>(ShortRuns.InThisProcess);
        return 0;
    case ["policy"]:
        BenchmarkRunner.Run<PolicyDecisions>(ShortRuns.InThisProcess);
        return 0;
    case ["sweep"]:
        BenchmarkRunner.Run<SweepAppraisals>(ShortRuns.InThisProcess);
        return 0;
    default:
        await Console.Error.WriteLineAsync("Say what to measure: cycle, webhook [taps], demo, latency, flat, messages, structures, policy or sweep.");
        return 2;
}
