namespace ExitDesk.Engine.Tests.Adapters.Alpaca;

/// <summary>Answers in the shape that the broker documents (docs.alpaca.markets, trading API, read 2026-11).</summary>
/// <remarks>Values are given as JSON, so that a test can put anything in their place.</remarks>
internal static class Payloads
{
    public const string Call = "AAPL261218C00200000";

    public static string List(params IEnumerable<string> rows) => $"[{string.Join(',', rows)}]";

    public static string Position(
        string symbol = $"\"{Call}\"",
        string quantity = "\"2\"",
        string side = "\"long\"",
        string price = "\"1.35\"",
        string assetClass = "\"us_option\"") => $$"""
        {"asset_id":"fe4f43e5-60a4-4269-ba4c-3d304444d58b","symbol":{{symbol}},"exchange":"","asset_class":{{assetClass}},
         "asset_marginable":true,"qty":{{quantity}},"avg_entry_price":{{price}},"side":{{side}},
         "market_value":"276","cost_basis":"270",
         "unrealized_pl":"6","unrealized_plpc":"0.0222","unrealized_intraday_pl":"0","unrealized_intraday_plpc":"0",
         "current_price":"1.38","lastday_price":null,"change_today":"0.0147","qty_available":"2"}
        """;

    public static string Order(
        string id = "61e69015-8549-4bfd-b9c3-01e75843f47d",
        string symbol = $"\"{Call}\"",
        string quantity = "\"2\"",
        string filled = "\"0\"",
        string side = "\"sell\"",
        string status = "\"accepted\"",
        string createdAt = "\"2026-11-20T14:45:00.942282Z\"",
        string orderClass = "\"\"",
        string legs = "null",
        string extra = "") => $$"""
        {"id":"{{id}}","client_order_id":"eb9e2aaa-f71a-4f51-b5b4-52a6c565dad4","created_at":{{createdAt}},"updated_at":null,
         "submitted_at":{{createdAt}},"filled_at":null,"expired_at":null,"canceled_at":null,"failed_at":null,"replaced_at":null,
         "replaced_by":null,"replaces":null,"asset_id":"b0b6dd9d-8b9b-48a9-ba46-b9d54906e415",
         "symbol":{{symbol}},"asset_class":"us_option","notional":null,
         "qty":{{quantity}},"filled_qty":{{filled}},"filled_avg_price":null,
         "order_class":{{orderClass}},"order_type":"market",
         "type":"market","side":{{side}},"position_intent":"sell_to_close","time_in_force":"day",
         "limit_price":null,"stop_price":null,
         "status":{{status}},"extended_hours":false,"legs":{{legs}},"trail_percent":null,"trail_price":null,"hwm":null{{extra}}}
        """;

    public static string Fill(
        string id = "20261120144501977::8efc7b9a-8b2b-4000-9955-d36e7db0df74",
        string symbol = $"\"{Call}\"",
        string quantity = "\"1\"",
        string side = "\"sell\"",
        string price = "\"1.63\"",
        string at = "2026-11-20T14:45:01.977Z") => $$"""
        {"activity_type":"FILL","cum_qty":"1","id":"{{id}}","leaves_qty":"0","price":{{price}},"qty":{{quantity}},"side":{{side}},
         "symbol":{{symbol}},"transaction_time":"{{at}}","order_id":"904837e3-3b76-47ec-b432-046db621571b",
         "type":"fill","order_status":"filled"}
        """;
}
