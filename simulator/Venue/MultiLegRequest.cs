namespace ExitDesk.Simulator.Venue;

/// <summary>A day order for several contracts at once, as asked for.</summary>
/// <param name="Quantity">Units, positive; each leg trades its ratio in every one.</param>
/// <param name="NetLimit">USD per share and unit: positive a debit, negative a credit; null for market orders.</param>
/// <param name="ClientOrderId">Null: the broker makes one up.</param>
public sealed record MultiLegRequest(
    IReadOnlyList<OrderLeg> Legs,
    int Quantity,
    OrderKind Kind,
    decimal? NetLimit = null,
    string? ClientOrderId = null,
    OrderOrigin Origin = OrderOrigin.Client);
