using ExitDesk.Domain.Positions;

namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>Reads positions. Short quantities are negative (Alpaca, "Positions", read 2026-11).</summary>
internal static class PositionJson
{
    /// <summary>One holding; null for a row of quantity 0, which holds nothing.</summary>
    /// <exception cref="FailedReadException">Symbol, quantity or price cannot be relied on.</exception>
    public static BrokerPosition? Read(JsonRow row)
    {
        var symbol = row.RequiredText("symbol");
        var quantity = Quantity(row);
        if (quantity == 0)
        {
            return null;
        }

        var price = row.Number("avg_entry_price");
        return price > 0
            ? new BrokerPosition(symbol, row.Text("asset_class"), quantity, price)
            : throw row.Wrong("avg_entry_price", "is not above 0");
    }

    /// <summary>Signed.</summary>
    /// <exception cref="FailedReadException">It cannot be read, or contradicts the side.</exception>
    public static decimal Quantity(JsonRow row)
    {
        var quantity = row.Number("qty");

        // The sign decides between gain and loss: if the row contradicts itself, neither half is to be trusted.
        var contradicts = row.Text("side") switch
        {
            "long" => quantity < 0,
            "short" => quantity > 0,
            _ => false,
        };
        return contradicts ? throw row.Wrong("qty", $"contradicts side \"{row.Text("side")}\"") : quantity;
    }
}
