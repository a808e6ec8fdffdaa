namespace ExitDesk.Domain.Orders;

/// <summary>One execution, from the broker's FILL activities.</summary>
/// <param name="Id">The activity's id: unique, and ascending in time.</param>
/// <param name="OrderId">The order it belongs to.</param>
/// <param name="Symbol">OCC or stock symbol.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Quantity">Above 0.</param>
/// <param name="Price">USD per share.</param>
/// <param name="At">UTC.</param>
public sealed record Fill(
    string Id, string OrderId, string Symbol, OrderSide Side, decimal Quantity, decimal Price, DateTimeOffset At);
