namespace ExitDesk.Domain.Orders;

/// <summary>How long an order works (docs.alpaca.markets, "Orders", read 2026-11). A text not listed there is Unknown.</summary>
public enum TimeInForce
{
    Unknown,
    Day,
    GoodTillCanceled,
    AtTheOpen,
    AtTheClose,
    ImmediateOrCancel,
    FillOrKill,
}
