namespace ExitDesk.Domain.Orders;

/// <summary>How an order is priced (docs.alpaca.markets, "Orders", read 2026-11). A text not listed there is Unknown.</summary>
public enum OrderType
{
    Unknown,
    Market,
    Limit,
    Stop,
    StopLimit,
    TrailingStop,
}
