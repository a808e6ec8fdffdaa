using BenchmarkDotNet.Attributes;
using ExitDesk.Domain.Exits;

namespace ExitDesk.Benchmarks.Measurements;

/// <summary>One decision of the policy, all rules on, none firing.</summary>
[MemoryDiagnoser]
public class PolicyDecisions
{
    private PositionSnapshot[] _snapshots = [];

    [GlobalSetup]
    public void Build() => _snapshots =
    [
        .. Enumerable.Range(0, MixedPositions.Count).Select(number =>
        {
            var position = MixedPositions.Position(number);
            return Appraiser.Appraise(
                position, MixedPositions.Plan, PositionMark.None(position.Id), MixedPositions.Quotes(position, number),
                MixedPositions.Facts, MixedPositions.Noon).Snapshot;
        }),
    ];

    [Benchmark(OperationsPerInvoke = MixedPositions.Count)]
    public int Decide()
    {
        var held = 0;
        foreach (ref readonly var snapshot in _snapshots.AsSpan())
        {
            held += ExitPolicy.Decide(snapshot, MixedPositions.Plan, DecisionContext.Plain).Kind == DecisionKind.Hold ? 1 : 0;
        }

        return held == MixedPositions.Count ? held : throw new InvalidOperationException($"{held} hold");
    }
}
