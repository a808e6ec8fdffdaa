namespace ExitDesk.Simulator.Venue;

/// <summary>What is wrong with an order before anyone looks at account or market.</summary>
internal static class OrderShape
{
    /// <summary>More than anyone trades, and far from overflow.</summary>
    public const int LargestQuantity = 1_000_000;

    public const decimal LargestPrice = 1_000_000m;

    /// <summary>Null: nothing.</summary>
    public static Refusal? Judge(OrderRequest request) =>
        JudgeIdAndQuantity(request.Quantity, request.ClientOrderId) ?? JudgePrice(request);

    /// <summary>Null: nothing.</summary>
    public static Refusal? JudgeIdAndQuantity(int quantity, string? clientOrderId) => (quantity, clientOrderId) switch
    {
        ( <= 0, _) => Refusals.Malformed("qty must be > 0"),
        ( > LargestQuantity, _) => Refusals.Malformed($"qty must be <= {LargestQuantity}"),
        (_, { Length: 0 or > 128 }) => Refusals.Malformed("client_order_id must have between 1 and 128 characters"),
        _ => null,
    };

    private static Refusal? JudgePrice(OrderRequest request) => request switch
    {
        { Kind: OrderKind.Market, LimitPrice: not null } => Refusals.Malformed("market orders must not have limit_price"),
        { Kind: OrderKind.Limit, LimitPrice: null } => Refusals.Malformed("limit orders require a limit price"),
        { Kind: OrderKind.Stop, LimitPrice: not null } => Refusals.Malformed("stop orders must not have limit_price"),
        { Kind: OrderKind.Stop, StopPrice: not > 0 } => Refusals.Malformed("stop orders require a stop price > 0"),
        { Kind: not OrderKind.Stop, StopPrice: not null } => Refusals.Malformed("only stop orders have a stop_price"),
        { LimitPrice: <= 0 } => Refusals.Malformed("limit_price must be > 0"),
        { LimitPrice: > LargestPrice } => Refusals.Malformed($"limit_price must be <= {LargestPrice}"),
        { LimitPrice: { } limit } when decimal.Round(limit, 2) != limit => Refusals.SubPenny(limit),
        _ => null,
    };
}
