using ExitDesk.Domain.Orders;

namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>Alpaca's words for order statuses (docs.alpaca.markets, "Orders", read 2026-11).</summary>
internal static class OrderStatusText
{
    /// <summary>Unknown for any other text: the order then counts as live.</summary>
    public static OrderStatus Read(string text) => text switch
    {
        "new" => OrderStatus.New,
        "partially_filled" => OrderStatus.PartiallyFilled,
        "filled" => OrderStatus.Filled,
        "done_for_day" => OrderStatus.DoneForDay,
        "canceled" => OrderStatus.Canceled,
        "expired" => OrderStatus.Expired,
        "replaced" => OrderStatus.Replaced,
        "pending_cancel" => OrderStatus.PendingCancel,
        "pending_replace" => OrderStatus.PendingReplace,
        "accepted" => OrderStatus.Accepted,
        "pending_new" => OrderStatus.PendingNew,
        "accepted_for_bidding" => OrderStatus.AcceptedForBidding,
        "stopped" => OrderStatus.Stopped,
        "rejected" => OrderStatus.Rejected,
        "suspended" => OrderStatus.Suspended,
        "calculated" => OrderStatus.Calculated,
        "held" => OrderStatus.Held,
        _ => OrderStatus.Unknown,
    };
}
