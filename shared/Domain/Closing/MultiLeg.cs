using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Closing;

/// <summary>What the broker takes as one order (docs.alpaca.markets, "Options level 3 trading", read 2026-11).</summary>
internal static class MultiLeg
{
    private const int MostLegs = 4;

    /// <summary>True for two to four options, each contract once, with ratios in lowest terms.</summary>
    public static bool IsSupported(IReadOnlyList<PositionLeg> legs) =>
        legs.Count is > 1 and <= MostLegs
        && legs.All(leg => leg.Contract is not null)
        && legs.DistinctBy(leg => leg.Symbol).Count() == legs.Count
        && legs.Select(leg => Math.Abs(leg.Ratio)).Aggregate(CommonDivisor) == 1;

    private static int CommonDivisor(int a, int b) => b == 0 ? a : CommonDivisor(b, a % b);
}
