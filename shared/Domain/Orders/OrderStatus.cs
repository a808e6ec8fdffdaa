namespace ExitDesk.Domain.Orders;

/// <summary>Alpaca's order statuses (docs.alpaca.markets, "Orders", read 2026-11). A text not listed there is Unknown.</summary>
public enum OrderStatus
{
    Unknown,
    New,
    PartiallyFilled,
    Filled,
    DoneForDay,
    Canceled,
    Expired,
    Replaced,
    PendingCancel,
    PendingReplace,
    Accepted,
    PendingNew,
    AcceptedForBidding,
    Stopped,
    Rejected,
    Suspended,
    Calculated,
    Held,
}
