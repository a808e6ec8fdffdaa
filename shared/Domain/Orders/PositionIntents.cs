namespace ExitDesk.Domain.Orders;

/// <summary>What follows from a <see cref="PositionIntent"/>.</summary>
public static class PositionIntents
{
    public static OrderSide Side(this PositionIntent intent) => intent switch
    {
        PositionIntent.BuyToOpen or PositionIntent.BuyToClose => OrderSide.Buy,
        PositionIntent.SellToOpen or PositionIntent.SellToClose => OrderSide.Sell,
    };

    public static bool IsClosing(this PositionIntent intent) => intent is PositionIntent.BuyToClose or PositionIntent.SellToClose;
}
