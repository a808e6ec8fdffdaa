using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace ExitDesk.Benchmarks.Measurements;

/// <summary>How pure functions are measured: in this process, so that no second project is generated, restored and built.</summary>
internal static class ShortRuns
{
    public static IConfig InThisProcess => DefaultConfig.Instance
        .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(5).WithIterationCount(15))
        .AddColumn(StatisticColumn.Median, StatisticColumn.Min, StatisticColumn.Max)
        .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "exitdesk-benchmarks"));
}
