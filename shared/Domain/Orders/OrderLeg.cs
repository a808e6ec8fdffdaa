namespace ExitDesk.Domain.Orders;

/// <summary>One leg of an order to be sent.</summary>
/// <param name="Symbol">OCC symbol; a stock's only where it is the sole leg.</param>
/// <param name="Ratio">Contracts per unit of the order, above 0 whatever the side; 1 where it is the sole leg.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Intent">Must agree with the side.</param>
public sealed record OrderLeg(string Symbol, int Ratio, OrderSide Side, PositionIntent Intent)
{
    /// <summary>A leg whose side follows from what it means to do.</summary>
    public static OrderLeg Of(string symbol, PositionIntent intent, int ratio = 1) => new(symbol, ratio, intent.Side(), intent);
}
