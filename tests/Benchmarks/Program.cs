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
    case ["demo"]:
        await DemoMeasurement.RunAsync(token);
        return 0;
    case ["structures"]:
        BenchmarkRunner.Run<StructureMatching>(ShortRuns.InThisProcess);
        return 0;
    default:
        await Console.Error.WriteLineAsync("Say what to measure: cycle, webhook, demo or structures.");
        return 2;
}
