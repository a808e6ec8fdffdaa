namespace ExitDesk.Simulator.Venue;

/// <summary>What is wrong with a multi-leg order before anyone looks at account or market.</summary>
/// <remarks>Two to four legs, each contract once, ratios in lowest terms [docs.alpaca.markets/docs/options-level-3-trading, read 2026-11].</remarks>
internal static class MultiLegShape
{
    private const int FewestLegs = 2;
    private const int MostLegs = 4;

    /// <summary>Null: nothing.</summary>
    public static Refusal? Judge(MultiLegRequest request) =>
        OrderShape.JudgeIdAndQuantity(request.Quantity, request.ClientOrderId) ?? JudgeLegs(request) ?? JudgePrice(request);

    private static Refusal? JudgeLegs(MultiLegRequest request)
    {
        var legs = request.Legs;
        if (legs.Count is < FewestLegs or > MostLegs)
        {
            return Refusals.Malformed($"order_class mleg requires from {FewestLegs} to {MostLegs} legs");
        }

        if (legs.Any(leg => leg.Ratio <= 0 || (long)leg.Ratio * request.Quantity > OrderShape.LargestQuantity))
        {
            return Refusals.Malformed($"ratio_qty must be > 0, and times qty <= {OrderShape.LargestQuantity}");
        }

        if (legs.DistinctBy(leg => leg.Symbol).Count() < legs.Count)
        {
            return Refusals.Malformed("legs must have unique symbols");
        }

        var divisor = legs.Select(leg => leg.Ratio).Aggregate(GreatestCommonDivisor);
        return divisor == 1
            ? null
            : Refusals.Unprocessable($"ratio_qty of legs must be relatively prime: all can be divided by {divisor}");
    }

    private static Refusal? JudgePrice(MultiLegRequest request) => request switch
    {
        { Kind: OrderKind.Market, NetLimit: not null } => Refusals.Malformed("market orders must not have limit_price"),
        { Kind: OrderKind.Limit, NetLimit: null } => Refusals.Malformed("limit orders require a limit price"),
        { NetLimit: < -OrderShape.LargestPrice or > OrderShape.LargestPrice } =>
            Refusals.Malformed($"limit_price must be from -{OrderShape.LargestPrice} to {OrderShape.LargestPrice}"),
        { NetLimit: { } limit } when decimal.Round(limit, 2) != limit => Refusals.SubPenny(limit),
        _ => null,
    };

    private static int GreatestCommonDivisor(int a, int b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);
}
