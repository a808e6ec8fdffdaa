namespace ExitDesk.Domain.Orders;

public static class OrderStatuses
{
    /// <summary>
    /// True if nothing more can happen to a day order. An unknown status is never final: the order counts as live. Final
    /// orders can carry fills.
    /// </summary>
    public static bool IsFinal(this OrderStatus status) => status is OrderStatus.Filled
        or OrderStatus.Canceled
        or OrderStatus.Expired
        or OrderStatus.Replaced
        or OrderStatus.Rejected
        or OrderStatus.DoneForDay;
}
