namespace ExitDesk.Compat.Tests.Alpaca.Markets;

/// <summary>Answers shaped as Alpaca documents them.</summary>
internal static class Payloads
{
    public const string Clock =
        """
        { "timestamp": "2026-11-20T09:31:00-05:00", "is_open": true,
          "next_open": "2026-11-23T09:30:00-05:00", "next_close": "2026-11-20T16:00:00-05:00" }
        """;

    public const string Account =
        """
        { "id": "e6fe16f3-64a4-4921-8928-cadf02f92f98", "admin_configurations": {}, "user_configurations": null,
          "account_number": "PA3ABCDEFGHI", "status": "ACTIVE", "crypto_status": "ACTIVE", "currency": "USD",
          "buying_power": "262113.632", "regt_buying_power": "262113.632", "daytrading_buying_power": "0",
          "options_buying_power": "98000.5", "effective_buying_power": "262113.632",
          "non_marginable_buying_power": "98000.5", "bod_dtbp": "0", "cash": "-23140.20", "accrued_fees": "0",
          "portfolio_value": "103820.56", "pattern_day_trader": false, "trading_blocked": false,
          "transfers_blocked": false, "account_blocked": false, "created_at": "2019-06-12T22:47:07.99658Z",
          "trade_suspended_by_user": false, "multiplier": "2", "shorting_enabled": true, "equity": "103820.56",
          "last_equity": "103529.24", "long_market_value": "126960.76", "short_market_value": "-1200.5",
          "position_market_value": "125760.26", "initial_margin": "63480.38", "maintenance_margin": "38088.228",
          "last_maintenance_margin": "38088.228", "sma": "0", "daytrade_count": 2, "balance_asof": "2026-11-19",
          "crypto_tier": 1, "options_trading_level": 2, "options_approved_level": 3, "intraday_adjustments": "0" }
        """;

    public const string SmallestAccount =
        """
        { "id": "e6fe16f3-64a4-4921-8928-cadf02f92f98", "status": "ACTIVE", "cash": "0", "pattern_day_trader": false,
          "trading_blocked": false, "transfers_blocked": false, "account_blocked": false,
          "created_at": "2019-06-12T22:47:07Z" }
        """;

    public const string OptionSnapshots =
        """
        { "next_page_token": null, "snapshots": {
            "SPY261218C00600000": {
              "dailyBar": { "c": 12.3, "h": 13.0, "l": 11.9, "n": 10, "o": 12.0, "t": "2026-11-20T05:00:00Z", "v": 55,
                            "vw": 12.4 },
              "greeks": { "delta": 0.5123, "gamma": 0.0101, "rho": 0.2301, "theta": -0.1417, "vega": 0.5012, "charm": 0.1 },
              "impliedVolatility": 0.1834,
              "latestQuote": { "ap": 12.45, "as": 31, "ax": "C", "bp": 12.31, "bs": 47, "bx": "N", "c": "A",
                               "t": "2026-11-20T14:31:02.123456789Z" },
              "latestTrade": { "c": "I", "p": 12.4, "s": 2, "t": "2026-11-20T14:30:58.5Z", "x": "C" } },
            "SPY261218P00400000": {
              "latestQuote": { "ap": 0.01, "as": 500, "ax": "C", "bp": 0, "bs": 0, "bx": "?", "c": " ",
                               "t": "2026-11-20T14:31:00Z" } },
            "SPY261218P00395000": {
              "greeks": { "delta": null, "gamma": null },
              "latestQuote": { "ax": "?", "bx": "?", "t": "2026-11-20T14:31:00Z" } },
            "SPY261218P00390000": {} } }
        """;

    public const string StockSnapshots =
        """
        { "SPY": {
            "dailyBar": { "c": 597.1, "h": 598, "l": 594, "n": 100, "o": 595, "t": "2026-11-20T05:00:00Z", "v": 1000,
                          "vw": 596 },
            "latestQuote": { "ap": 597.13, "as": 3, "ax": "V", "bp": 597.11, "bs": 2, "bx": "V", "c": [ "R" ],
                             "t": "2026-11-20T14:31:02.5Z", "z": "B" },
            "latestTrade": { "c": [ "@", "I" ], "i": 52983525029461, "p": 597.12, "s": 25, "t": "2026-11-20T14:31:02.4Z",
                             "x": "V", "z": "B" },
            "prevDailyBar": null },
          "HALTED": { "latestQuote": null, "latestTrade": null },
          "UNKNOWN": null }
        """;
}
