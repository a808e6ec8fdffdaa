using System.Text.Json.Nodes;
using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Venue;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ExitDesk.Simulator.Alpaca;

/// <summary>Option contracts; they read "active" after their expiry too [Alpaca-API#262, read 2026-11].</summary>
internal static class ContractRoutes
{
    public static void Map(WebApplication application, AlpacaDesk desk)
    {
        application.MapGet("/v2/options/contracts", (HttpContext context) => List(context, desk));
        application.MapGet("/v2/options/contracts/{symbol}", (string symbol) =>
            desk.Venue.Contract(desk.SymbolOf(symbol)) is { } contract
                ? Answers.Json(Body(contract))
                : Answers.Refused(new Refusal(404, 40410000, $"option contract not found for {symbol}")));
    }

    private static IResult List(HttpContext context, AlpacaDesk desk)
    {
        var query = new QueryReader(context.Request.Query);
        var today = NewYork.DateOf(desk.Clock.Now);
        var filter = ContractFilter.Read(query, today);
        if (query.Refusal is { } refusal)
        {
            return Answers.Refused(refusal);
        }

        var matching = filter.Apply(desk.Market.Contracts, today);
        var page = matching.Take(filter.Limit).ToList();
        return Answers.Json(new JsonObject
        {
            ["option_contracts"] = new JsonArray([.. page.Select(Body)]),
            ["next_page_token"] = matching.Count > page.Count ? page[^1].Symbol : null,
        });
    }

    private static JsonObject Body(ListedContract contract) => new()
    {
        ["id"] = WireText.AssetId(contract.Symbol),
        ["symbol"] = contract.Symbol,
        ["name"] = string.Join(
            ' ', contract.Underlying, WireText.Day(contract.Expiration), WireText.Number(contract.Strike), Right(contract)),
        ["status"] = "active",
        ["tradable"] = true,
        ["expiration_date"] = WireText.Day(contract.Expiration),
        ["root_symbol"] = contract.Symbol[..^15],
        ["underlying_symbol"] = contract.Underlying,
        ["underlying_asset_id"] = WireText.AssetId(contract.Underlying),
        ["type"] = Right(contract),
        ["style"] = "american",
        ["strike_price"] = WireText.Number(contract.Strike),
        ["multiplier"] = WireText.Number(contract.Multiplier),
        ["size"] = WireText.Number(contract.Multiplier),
        ["open_interest"] = null,
        ["open_interest_date"] = null,
        ["close_price"] = null,
        ["close_price_date"] = null,
    };

    private static string Right(ListedContract contract) => contract.IsCall ? "call" : "put";
}
