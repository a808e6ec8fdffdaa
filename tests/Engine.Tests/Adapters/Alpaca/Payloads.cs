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
        string extra = "",
        string clientOrderId = "eb9e2aaa-f71a-4f51-b5b4-52a6c565dad4") => $$"""
        {"id":"{{id}}","client_order_id":"{{clientOrderId}}","created_at":{{createdAt}},"updated_at":null,
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

    /// <summary>An activity that is no execution.</summary>
    public static string Activity(
        string kind = "OPEXC",
        string id = "20261120000000000::5b8ec6ee-1a2c-4a4b-9d5d-2a3b6f4f6d1e",
        string symbol = $"\"{Call}\"",
        string quantity = "\"-2\"",
        string date = "\"2026-11-20\"",
        string netAmount = "\"0\"",
        string extra = "") => $$"""
        {"id":"{{id}}","activity_type":"{{kind}}","date":{{date}},"net_amount":{{netAmount}},"description":"Option Exercise",
         "symbol":{{symbol}},"qty":{{quantity}},"status":"executed"{{extra}}}
        """;

    public static string Contract(
        string symbol = Call, string root = "AAPL", string multiplier = "\"100\"", string size = "\"100\"", string extra = "") => $$"""
        {"id":"98359ef7-5124-49f3-85ea-5cf02df6defa","symbol":"{{symbol}}","name":"AAPL Dec 18 2026 200 Call","status":"active","tradable":true,
         "expiration_date":"2026-12-18","root_symbol":"{{root}}","underlying_symbol":"AAPL","underlying_asset_id":"b0b6dd9d-8b9b-48a9-ba46-b9d54906e415",
         "type":"call","style":"american","strike_price":"200","multiplier":{{multiplier}},"size":{{size}},
         "open_interest":"237","open_interest_date":"2026-11-19","close_price":"1.40","close_price_date":"2026-11-19"{{extra}}}
        """;

    public static string Dividend(string symbol = "AAPL", string rate = "0.26", string exDate = "\"2026-11-24\"") => $$"""
        {"id":"7f4a0a0c-61a3-4e1e-8c3b-6a6f8b8ab9d0","symbol":"{{symbol}}","cusip":"037833100","rate":{{rate}},"special":false,"foreign":false,
         "ex_date":{{exDate}},"record_date":"2026-11-24","payable_date":"2026-12-10","process_date":"2026-12-10"}
        """;

    public static string Dividends(string token, params IEnumerable<string> rows) =>
        $$"""{"corporate_actions":{"cash_dividends":{{List(rows)}}},"next_page_token":{{token}}}""";
}
