using System.Collections.Concurrent;
using System.Diagnostics;
using ExitDesk.Domain.Closing;
using ExitDesk.Simulation.Tests.Plans;

namespace ExitDesk.Simulation.Tests.Days;

/// <summary>Plays many days, as many at once as there are cores: each day on one thread, whole.</summary>
internal static class DayBatch
{
    /// <summary>Plays days until all are played or one fails.</summary>
    /// <param name="seeds">One a day.</param>
    /// <param name="guards">The closing protocol, or one with a guard less.</param>
    /// <param name="played">Told how many days were played so far, from any thread.</param>
    public static BatchResult Play(IEnumerable<long> seeds, CloseGuards guards, Action<int> played)
    {
        var clock = Stopwatch.StartNew();
        var bitten = new ConcurrentDictionary<DayFault, int>();
        var failures = new ConcurrentBag<DayResult>();
        var (days, steps) = (0, 0L);
        Parallel.ForEach(
            Partitioner.Create(seeds, EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            (seed, loop) =>
            {
                var result = DayRun.Play(DayPlanner.Of(seed), guards);
                foreach (var fault in result.Bitten)
                {
                    bitten.AddOrUpdate(fault, 1, (_, count) => count + 1);
                }

                Interlocked.Add(ref steps, result.Steps);
                played(Interlocked.Increment(ref days));
                if (result.Violation is not null)
                {
                    failures.Add(result);
                    loop.Stop();
                }
            });
        return new BatchResult(days, steps, clock.Elapsed, bitten, failures.OrderBy(result => result.Plan.Seed).FirstOrDefault());
    }
}
