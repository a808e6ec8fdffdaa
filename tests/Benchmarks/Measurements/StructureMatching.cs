using BenchmarkDotNet.Attributes;
using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Benchmarks.Measurements;

/// <summary>Matching of 5,000 legs: five on each of 1,000 underlyings, or all on one.</summary>
[MemoryDiagnoser]
public class StructureMatching
{
    private const int Underlyings = 1_000;

    private static readonly DateOnly Near = new(2026, 1, 16);

    private BrokerPosition[] _holdings = [];
    private KnownStructure[] _known = [];
    private Dictionary<string, int> _multipliers = [];

    /// <summary>Whether each underlying has five legs, or one has them all, in twenty expirations.</summary>
    [Params(false, true)]
    public bool OneUnderlying { get; set; }

    [GlobalSetup]
    public void Build()
    {
        _holdings = OneUnderlying ? [.. Deep()] : [.. Enumerable.Range(0, Underlyings).SelectMany(Mixed)];
        _multipliers = _holdings.Where(one => one.AssetClass == "us_option").ToDictionary(one => one.Symbol, _ => 100);
        _known = [.. FirstSight().New.Select((structure, i) => new KnownStructure($"position-{i}", structure, i % 2 == 0, i % 2 == 0))];
    }

    /// <summary>Nothing is known yet: all is loose.</summary>
    [Benchmark]
    public MatchResult FirstSight() => StructureMatcher.Match(_holdings, [], _multipliers);

    /// <summary>Everything is known and nothing changed, as at most syncs.</summary>
    [Benchmark]
    public MatchResult Unchanged() => StructureMatcher.Match(_holdings, _known, _multipliers);

    private static IEnumerable<BrokerPosition> Mixed(int underlying)
    {
        var root = $"{(char)('A' + (underlying % 26))}{(char)('A' + (underlying / 26 % 26))}{(char)('A' + (underlying / 676))}";
        return (underlying % 4) switch
        {
            0 => [Option(root, OptionRight.Put, 90, 2), Option(root, OptionRight.Put, 95, -2), Option(root, OptionRight.Call, 105, -2), Option(root, OptionRight.Call, 110, 2), Stock(root, 70)],
            1 => [Stock(root, 350), Option(root, OptionRight.Call, 110, -2), Option(root, OptionRight.Call, 115, -1), Option(root, OptionRight.Put, 90, -3), Option(root, OptionRight.Put, 85, 2)],
            2 => [Option(root, OptionRight.Call, 100, 3), Option(root, OptionRight.Call, 105, 1), Option(root, OptionRight.Put, 100, 1), Option(root, OptionRight.Put, 95, 2), Option(root, OptionRight.Put, 90, 1)],
            _ => [Option(root, OptionRight.Call, 100, -3), Option(root, OptionRight.Call, 100, 3, 28), Option(root, OptionRight.Put, 100, 5), Option(root, OptionRight.Put, 95, -4), Option(root, OptionRight.Call, 120, -1)],
        };
    }

    private static IEnumerable<BrokerPosition> Deep() =>
        from week in Enumerable.Range(0, 20)
        from strike in Enumerable.Range(50, 125)
        from right in new[] { OptionRight.Put, OptionRight.Call }
        select Option("SPY", right, strike, strike % 3 == 0 ? 1 + (strike % 7) : -1 - (strike % 5), week * 7);

    private static BrokerPosition Option(string root, OptionRight right, decimal strike, decimal quantity, int days = 0) =>
        new(new OptionContract(root, Near.AddDays(days), right, strike).Symbol, "us_option", quantity, 1.5m);

    private static BrokerPosition Stock(string root, decimal quantity) => new(root, "us_equity", quantity, 100m);
}
