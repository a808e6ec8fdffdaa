namespace ExitDesk.Domain.Orders;

/// <summary>One leg of a multi-leg order as the broker tells it. It cannot be cancelled alone.</summary>
/// <param name="Id">The broker's id of the leg: its fills name this one, not the order's.</param>
/// <param name="Symbol">OCC symbol.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Intent">Null if the broker did not say.</param>
/// <param name="Quantity">Contracts, above 0: the order's units times the leg's ratio.</param>
/// <param name="FilledQuantity">Contracts, from 0 to the quantity.</param>
/// <param name="FilledAveragePrice">USD per share of this leg alone; null while nothing filled.</param>
public sealed record LegReport(
    string Id, string Symbol, OrderSide Side, PositionIntent? Intent, decimal Quantity, decimal FilledQuantity, decimal? FilledAveragePrice);
