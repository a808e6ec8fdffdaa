namespace ExitDesk.Simulator.Venue;

/// <summary>What a status says.</summary>
public static class OrderStatusTerms
{
    /// <summary>Whether the order can still fill, and so holds quantity.</summary>
    public static bool IsLive(this OrderStatus status) => status switch
    {
        OrderStatus.PendingNew or OrderStatus.Accepted or OrderStatus.New => true,
        OrderStatus.PartiallyFilled or OrderStatus.PendingCancel => true,
        OrderStatus.Filled or OrderStatus.Canceled or OrderStatus.Expired => false,
        OrderStatus.Rejected or OrderStatus.Replaced => false,
    };

    /// <summary>The broker's word, for instance <c>partially_filled</c>.</summary>
    public static string Word(this OrderStatus status) => status switch
    {
        OrderStatus.PendingNew => "pending_new",
        OrderStatus.Accepted => "accepted",
        OrderStatus.New => "new",
        OrderStatus.PartiallyFilled => "partially_filled",
        OrderStatus.Filled => "filled",
        OrderStatus.PendingCancel => "pending_cancel",
        OrderStatus.Canceled => "canceled",
        OrderStatus.Expired => "expired",
        OrderStatus.Rejected => "rejected",
        OrderStatus.Replaced => "replaced",
    };
}
