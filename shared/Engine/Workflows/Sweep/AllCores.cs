using System.Collections.Concurrent;

namespace ExitDesk.Engine.Workflows.Sweep;

/// <summary>Spreads a pure calculation over the cores there are.</summary>
public static class AllCores
{
    /// <summary>Fewer than this are done on one core before another has begun.</summary>
    public const int WorthSharing = 1_000;

    /// <summary>Runs once for each index below <paramref name="count"/>, in no order; returns when all are done.</summary>
    /// <param name="count">0 or more.</param>
    /// <param name="each">Touches nothing that another index touches, and does not wait.</param>
    public static void Run(int count, Action<int> each)
    {
        if (count < WorthSharing)
        {
            Run(0, count, each);
            return;
        }

        Parallel.ForEach(Partitioner.Create(0, count, WorthSharing / 2), range => Run(range.Item1, range.Item2, each));
    }

    private static void Run(int from, int to, Action<int> each)
    {
        for (var i = from; i < to; i++)
        {
            each(i);
        }
    }
}
