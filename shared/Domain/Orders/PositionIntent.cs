namespace ExitDesk.Domain.Orders;

/// <summary>What an order means to do with a position. A broker that infers another one refuses the order.</summary>
public enum PositionIntent
{
    BuyToOpen,
    BuyToClose,
    SellToOpen,
    SellToClose,
}
