using ExitDesk.Domain.Orders;

namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>Reads <c>side</c> of orders and fills. A side is never guessed.</summary>
internal static class SideText
{
    /// <exception cref="FailedReadException">It is neither buy nor sell.</exception>
    public static OrderSide Read(JsonRow row) => row.Text("side") switch
    {
        "buy" => OrderSide.Buy,
        "sell" => OrderSide.Sell,

        // Fills that open a short say so.
        "sell_short" => OrderSide.Sell,
        _ => throw row.Wrong("side", "is neither buy nor sell"),
    };
}
