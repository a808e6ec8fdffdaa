using ExitDesk.Domain.Orders;

namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>Reads FILL activities.</summary>
internal static class FillJson
{
    /// <exception cref="FailedReadException">A field cannot be relied on: each of them is money.</exception>
    public static Fill Read(JsonRow row)
    {
        var quantity = row.Number("qty");
        return quantity > 0
            ? new Fill(
                row.RequiredText("id"),
                row.RequiredText("order_id"),
                row.RequiredText("symbol"),
                SideText.Read(row),
                quantity,
                row.Number("price"),
                row.Instant("transaction_time"))
            : throw row.Wrong("qty", "is not above 0");
    }
}
