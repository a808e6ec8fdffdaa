using ExitDesk.Domain.Positions;

namespace ExitDesk.Domain.Reconciling;

/// <summary>
/// Takes out of the broker's list what running closings still have to close: a closing looks for itself, and what it already
/// closed must not seem to be missing from another position in the same contract.
/// </summary>
internal static class ClosingClaims
{
    /// <param name="held">Everything the broker lists.</param>
    /// <param name="live">All live positions.</param>
    public static IReadOnlyCollection<BrokerPosition> Subtract(IReadOnlyCollection<BrokerPosition> held, IReadOnlyCollection<Position> live)
    {
        var closing = Quantities(live.Where(position => position.Status == PositionStatus.Closing));
        if (closing.Count == 0)
        {
            return held;
        }

        var others = Quantities(live.Where(position => position.Status != PositionStatus.Closing));
        return
        [
            .. held
                .Select(holding => holding with
                {
                    Quantity = holding.Quantity - Claim(
                        holding.Quantity - others.GetValueOrDefault(holding.Symbol), closing.GetValueOrDefault(holding.Symbol)),
                })
                .Where(holding => holding.Quantity != 0),
        ];
    }

    // At most what is left beside the others, and never of the other sign.
    private static decimal Claim(decimal left, decimal wanted) =>
        wanted > 0 ? Math.Clamp(left, 0, wanted) : Math.Clamp(left, wanted, 0);

    private static Dictionary<string, decimal> Quantities(IEnumerable<Position> positions) => positions
        .SelectMany(position => position.Legs.Select(leg => (leg.Symbol, Quantity: leg.Ratio * position.Quantity)))
        .GroupBy(leg => leg.Symbol)
        .ToDictionary(group => group.Key, group => group.Sum(leg => leg.Quantity));
}
