using BenchmarkDotNet.Attributes;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;

namespace ExitDesk.Benchmarks.Measurements;

/// <summary>The pure part of a sweep for one position of which nothing changed, all rules on, none firing.</summary>
[MemoryDiagnoser]
public class SweepAppraisals
{
    private const int Few = 64;

    private (Position Position, LegQuote[] Quotes, PositionMark Mark)[] _desk = [];

    [GlobalSetup]
    public void Build() => _desk =
    [
        .. Enumerable.Range(0, MixedPositions.Count).Select(number =>
        {
            var position = MixedPositions.Position(number);
            var quotes = MixedPositions.Quotes(position, number);
            return (position, quotes, Appraise(position, quotes, PositionMark.None(position.Id)).Mark);
        }),
    ];

    [Benchmark(OperationsPerInvoke = MixedPositions.Count)]
    public int Unchanged()
    {
        var unchanged = 0;
        foreach (var (position, quotes, mark) in _desk)
        {
            unchanged += ReferenceEquals(Appraise(position, quotes, mark).Mark, mark) ? 1 : 0;
        }

        return unchanged == MixedPositions.Count ? unchanged : throw new InvalidOperationException($"{unchanged} unchanged");
    }

    /// <summary>The same 64 over and over: what is calculated, without the wait for memory that 10,000 cost.</summary>
    [Benchmark(OperationsPerInvoke = 100 * Few)]
    public int UnchangedInCache()
    {
        var unchanged = 0;
        for (var round = 0; round < 100; round++)
        {
            foreach (var (position, quotes, mark) in _desk.AsSpan(0, Few))
            {
                unchanged += ReferenceEquals(Appraise(position, quotes, mark).Mark, mark) ? 1 : 0;
            }
        }

        return unchanged == 100 * Few ? unchanged : throw new InvalidOperationException($"{unchanged} unchanged");
    }

    private static Appraisal Appraise(Position position, LegQuote[] quotes, PositionMark mark) =>
        Appraiser.Appraise(position, MixedPositions.Plan, mark, quotes, MixedPositions.Facts, MixedPositions.Noon);
}
