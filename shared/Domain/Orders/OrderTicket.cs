namespace ExitDesk.Domain.Orders;

/// <summary>An order to be sent, of one leg or of two to four that trade as one.</summary>
/// <param name="ClientOrderId">1 to 128 characters, never used before: by it the order is found again after an unknown outcome.</param>
/// <param name="Legs">One to four, each symbol once, ratios in lowest terms.</param>
/// <param name="Quantity">Units, above 0: contracts or shares of a sole leg, else how often the legs' ratios.</param>
/// <param name="LimitPrice">
/// USD per share, at most two decimals; of several legs the signed net: debit positive, credit negative. Null is a market order.
/// </param>
public sealed record OrderTicket(string ClientOrderId, IReadOnlyList<OrderLeg> Legs, decimal Quantity, decimal? LimitPrice)
{
    /// <summary>Options take day orders alone.</summary>
    public TimeInForce TimeInForce { get; init; } = TimeInForce.Day;

    /// <summary>USD per share, above 0, for putting back an owner's stop order; null for all others. Never with several legs.</summary>
    public decimal? StopPrice { get; init; }

    public bool IsMultiLeg => Legs.Count > 1;
}
