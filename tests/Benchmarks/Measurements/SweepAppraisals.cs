using BenchmarkDotNet.Attributes;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Workflows.Sweep;

namespace ExitDesk.Benchmarks.Measurements;

/// <summary>The pure part of a sweep for one position of which nothing changed, all rules on, none firing.</summary>
[MemoryDiagnoser]
public class SweepAppraisals
{
    private const int Few = 64;

    private readonly bool[] _isUnchanged = new bool[MixedPositions.Count];

    private (Position Position, LegQuote[] Quotes, PositionMark Mark)[] _desk = [];

    [GlobalSetup]
    public void Build() => _desk =
    [
        .. Enumerable.Range(0, MixedPositions.Count).Select(number =>
        {
            var position = MixedPositions.Position(number);
            var quotes = MixedPositions.Quotes(position, number);
            // The best and the worst are what two readings agree on.
            var once = Appraise(position, quotes, PositionMark.None(position.Id), MixedPositions.Noon with { Now = MixedPositions.Noon.Now.AddSeconds(-15) }).Mark;
            return (position, quotes, Appraise(position, quotes, once, MixedPositions.Noon).Mark);
        }),
    ];

    /// <summary>As a sweep does it: each core takes its share.</summary>
    [Benchmark(OperationsPerInvoke = MixedPositions.Count)]
    public int Unchanged()
    {
        AllCores.Run(_desk.Length, Judge);
        return Counted();
    }

    /// <summary>On one core, to tell what the others add.</summary>
    [Benchmark(OperationsPerInvoke = MixedPositions.Count)]
    public int UnchangedOnOneCore()
    {
        for (var i = 0; i < _desk.Length; i++)
        {
            Judge(i);
        }

        return Counted();
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
                unchanged += ReferenceEquals(Appraise(position, quotes, mark, MixedPositions.Noon).Mark, mark) ? 1 : 0;
            }
        }

        return unchanged == 100 * Few ? unchanged : throw new InvalidOperationException($"{unchanged} unchanged");
    }

    private void Judge(int number)
    {
        ref readonly var seen = ref _desk[number];
        _isUnchanged[number] = ReferenceEquals(Appraise(seen.Position, seen.Quotes, seen.Mark, MixedPositions.Noon).Mark, seen.Mark);
    }

    private int Counted() => _isUnchanged.AsSpan().IndexOf(false) is var changed and >= 0
        ? throw new InvalidOperationException($"position {changed} changed")
        : MixedPositions.Count;

    private static Appraisal Appraise(Position position, LegQuote[] quotes, PositionMark mark, MarketMoment moment) =>
        Appraiser.Appraise(position, MixedPositions.Plan, mark, quotes, MixedPositions.Facts, moment);
}
