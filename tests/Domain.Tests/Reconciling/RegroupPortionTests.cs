using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Reconciling;
using ExitDesk.Domain.Structures;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Reconciling;

/// <summary>Calls that were sold alone and the shares behind them become covered calls.</summary>
public sealed class RegroupPortionTests
{
    [Theory]
    [InlineData(1, 3, 1)]
    [InlineData(2, 5, 1)]
    [InlineData(2, 4, 2)]
    [InlineData(60, 45, 3)]
    public void WhenTheyAreMoreThanAPortionHolds_EachPortionLeavesEveryContractInOnePosition(int calls, int size, int portions)
    {
        var (found, regrouped) = Covered(calls);

        var divided = RegroupPortion.Of(found, regrouped, size);

        Assert.Equal(portions, divided.Count);
        Assert.All(divided, portion => Assert.InRange(portion.Found.Count + portion.Regrouped.Count, 1, size));
        var live = regrouped.ToDictionary(position => position.Id, position => position with { Status = PositionStatus.Open });
        var all = Contracts(live.Values);
        foreach (var portion in divided)
        {
            foreach (var position in portion.Found.Concat(portion.Regrouped))
            {
                live[position.Id] = position;
            }

            Assert.Equal(all, Contracts(live.Values.Where(position => position.Status.IsLive())));
        }

        Assert.All(regrouped, position => Assert.Equal(position, live[position.Id]));
        Assert.Equal(found.Count, live.Values.Count(position => position.Status.IsLive()));
    }

    [Fact]
    public void WhenNothingNewTookOneOver_ItEndsAllTheSame()
    {
        var (_, regrouped) = Covered(5);
        Assert.Equal(regrouped, RegroupPortion.Of([], regrouped, 3).SelectMany(portion => portion.Regrouped));
    }

    private static SortedDictionary<string, decimal> Contracts(IEnumerable<Position> positions) => new(positions
        .SelectMany(position => position.Legs.Select(leg => (leg.Symbol, Quantity: leg.Ratio * position.Quantity)))
        .GroupBy(leg => leg.Symbol).ToDictionary(leg => leg.Key, leg => leg.Sum(part => part.Quantity)), StringComparer.Ordinal);

    private static (List<Position> Found, List<Position> Regrouped) Covered(int calls)
    {
        var legs = Enumerable.Range(0, calls).Select(i => new PositionLeg($"XYZ261218C00{100 + i}000", -1, 1.00m, 100)).ToList();
        var shares = Ended("shares", new Structure(StructureKind.Stock, [new PositionLeg("XYZ", 1, 90m, 1)], calls * 100));
        return (
            [.. legs.Select((leg, i) => SamplePositions.Option() with { Id = $"covered-{i:D2}", Structure = new Structure(StructureKind.CoveredCall, [new PositionLeg("XYZ", 100, 90m, 1), leg], 1) })],
            [shares, .. legs.Select((leg, i) => Ended($"call-{i:D2}", new Structure(StructureKind.NakedCall, [leg], 1)))]);
    }

    private static Position Ended(string id, Structure structure) =>
        SamplePositions.Option() with { Id = id, Structure = structure, Status = PositionStatus.Regrouped, EndedAt = SampleSession.Noon };
}
