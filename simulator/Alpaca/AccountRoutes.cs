using System.Text.Json.Nodes;
using ExitDesk.Simulator.Venue;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ExitDesk.Simulator.Alpaca;

/// <summary>The account, and what is known of an asset.</summary>
internal static class AccountRoutes
{
    public static void Map(WebApplication application, AlpacaDesk desk)
    {
        application.MapGet("/v2/account", () => Answers.Json(Body(desk.Venue.Account())));
        application.MapGet("/v2/assets/{symbol}", (string symbol) => Asset(desk.SymbolOf(symbol), desk));
    }

    private static IResult Asset(string symbol, AlpacaDesk desk)
    {
        var contract = desk.Market.Contracts.FirstOrDefault(contract => contract.Symbol == symbol);
        if (contract is null && !desk.Market.Underlyings.Contains(symbol))
        {
            return Answers.Refused(new Refusal(404, 40410000, $"asset not found for {symbol}"));
        }

        return Answers.Json(new JsonObject
        {
            ["id"] = WireText.AssetId(symbol),
            ["class"] = contract is null ? "us_equity" : "us_option",
            ["exchange"] = contract is null ? "NASDAQ" : "",
            ["symbol"] = symbol,
            ["name"] = symbol,
            ["status"] = "active",
            ["tradable"] = true,
            ["marginable"] = false,
            ["shortable"] = contract is null,
            ["easy_to_borrow"] = contract is null,
            ["fractionable"] = false,
            ["attributes"] = new JsonArray(contract is null ? "has_options" : ""),
        });
    }

    private static JsonObject Body(VenueAccount account) => new()
    {
        ["id"] = account.Id.ToString(),
        ["account_number"] = "PA3SIMULATED",
        ["status"] = "ACTIVE",
        ["currency"] = "USD",
        ["cash"] = WireText.Number(account.Cash),
        ["equity"] = WireText.Number(account.Equity),
        ["last_equity"] = WireText.Number(account.Equity),
        ["portfolio_value"] = WireText.Number(account.Equity),
        ["long_market_value"] = WireText.Number(account.LongMarketValue),
        ["short_market_value"] = WireText.Number(account.ShortMarketValue),
        ["buying_power"] = WireText.Number(account.BuyingPower),
        ["effective_buying_power"] = WireText.Number(account.BuyingPower),
        ["non_marginable_buying_power"] = WireText.Number(account.BuyingPower),
        ["options_buying_power"] = WireText.Number(account.BuyingPower),
        ["regt_buying_power"] = WireText.Number(account.BuyingPower),
        ["daytrading_buying_power"] = "0",
        ["initial_margin"] = WireText.Number(account.Collateral),
        ["maintenance_margin"] = WireText.Number(account.Collateral),
        ["last_maintenance_margin"] = "0",
        ["sma"] = "0",
        ["accrued_fees"] = "0",
        ["multiplier"] = "1",
        ["daytrade_count"] = 0,
        ["pattern_day_trader"] = false,
        ["trading_blocked"] = false,
        ["transfers_blocked"] = false,
        ["account_blocked"] = false,
        ["trade_suspended_by_user"] = false,
        ["shorting_enabled"] = account.ShortingEnabled,
        ["options_approved_level"] = account.ApprovedOptionsLevel,
        ["options_trading_level"] = account.OptionsLevel,
        ["created_at"] = "2020-01-02T14:30:00.000000000Z",
    };
}
