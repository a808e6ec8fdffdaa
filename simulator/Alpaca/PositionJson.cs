using System.Text.Json.Nodes;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulator.Alpaca;

/// <summary>A position as the broker writes it.</summary>
internal static class PositionJson
{
    public static JsonObject Body(ValuedPosition valued)
    {
        var position = valued.Position;
        var sign = Math.Sign(position.Quantity);
        var cost = Math.Abs(position.CostBasis);
        var gain = WireText.Number(valued.UnrealizedPnl);
        var fraction = cost == 0 ? null : WireText.Number(valued.UnrealizedPnl / cost);
        return new JsonObject
        {
            ["asset_id"] = WireText.AssetId(position.Symbol),
            ["symbol"] = position.Symbol,
            ["exchange"] = position.Contract is null ? "NASDAQ" : "",
            ["asset_class"] = position.Contract is null ? "us_equity" : "us_option",
            ["asset_marginable"] = false,
            ["qty"] = WireText.Number(position.Quantity),
            ["qty_available"] = WireText.Number(position.Quantity - (sign * valued.HeldForOrders)),
            ["side"] = position.IsLong ? "long" : "short",
            ["avg_entry_price"] = WireText.Number(position.AverageEntryPrice),
            ["cost_basis"] = WireText.Number(position.CostBasis),
            ["market_value"] = WireText.Number(valued.MarketValue),
            ["current_price"] = WireText.Number(valued.CurrentPrice),
            ["lastday_price"] = null,
            ["change_today"] = null,
            ["unrealized_pl"] = gain,
            ["unrealized_plpc"] = fraction,
            ["unrealized_intraday_pl"] = gain,
            ["unrealized_intraday_plpc"] = fraction,
        };
    }
}
