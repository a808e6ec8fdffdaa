namespace ExitDesk.Domain.Orders;

public enum OrderSide
{
    Buy,
    Sell,
}
