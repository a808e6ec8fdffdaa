using System.Globalization;
using ExitDesk.Domain.Entries;
using ExitDesk.Simulation.Tests.Market;
using ExitDesk.Simulation.Tests.Scheduling;
using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulation.Tests.Plans;

/// <summary>Draws what is recommended in a day, in underlyings that are held or not, at prices that fill at once, in parts, or not at all.</summary>
internal static class EntryPlanner
{
    /// <summary>The share of days that have entries; the others cost nothing for them.</summary>
    private const double Share = 0.2;

    private static readonly EntryAction[] Actions =
    [
        EntryAction.BuyCall, EntryAction.BuyCall, EntryAction.BuyPut, EntryAction.BuyPut, EntryAction.OpenVertical, EntryAction.OpenVertical,
        EntryAction.SellPut, EntryAction.SellCall, EntryAction.BuyStock,
    ];

    public static EntryBook Draw(Draw draw, TradingDay day, IReadOnlyList<Window> windows, IReadOnlyList<StockPath> stocks)
    {
        if (!draw.Happens(Share))
        {
            return EntryBook.Empty;
        }

        var contracts = new SortedDictionary<string, ListedContract>(StringComparer.Ordinal);
        var entries = new List<PlannedEntry>();
        var count = draw.Of([1, 1, 2, 3]);
        for (var i = 1; i <= count; i++)
        {
            entries.Add(Entry(draw, $"rec-{i}", day, draw.Of(windows), draw.Of(stocks), contracts));
        }

        return new EntryBook([.. entries.OrderBy(entry => entry.At)], [.. contracts.Values], Settings(draw.Of([EntryApproval.Act, EntryApproval.Act, EntryApproval.AskThenLapse])));
    }

    // Wide enough that gates let most of it pass: what they refuse is tested elsewhere, what follows a pass is tried here.
    private static EntrySettings Settings(EntryApproval approval) => new()
    {
        AllowedActions = Enum.GetValues<EntryAction>(),
        Approvals = Enum.GetValues<EntryAction>().ToDictionary(action => action, _ => approval),
        ApprovalPatience = TimeSpan.FromMinutes(2),
        FirstEntryAfterOpen = TimeSpan.FromMinutes(1),
        LastEntry = new TimeOnly(15, 58),
        LastEntryBeforeClose = TimeSpan.FromMinutes(1),
        MaximumShares = 500,
        MaximumOpenPositions = 50,
        MaximumPerSymbol = 50,
        MaximumPerStrategy = 50,
        MaximumPerDay = 50,
        MaximumRiskPerTrade = null,
        MaximumRiskPerDay = null,
        CooldownLosses = 0,
    };

    private static PlannedEntry Entry(
        Draw draw, string id, TradingDay day, Window window, StockPath stock, SortedDictionary<string, ListedContract> contracts)
    {
        var at = window.From + draw.Between(TimeSpan.Zero, window.To - window.From);
        var action = draw.Of(Actions);
        var quantity = action == EntryAction.BuyStock ? 100 * draw.Between(1, 3) : draw.Of([1, 2, 3, 5, 8]);
        var step = stock.IsFine ? 5m : 2.5m;
        var strike = (Math.Round((decimal)stock.Knots[0].Price / step) + draw.Between(-2, 2)) * step;
        var expiration = day.Date.AddDays(draw.Of([14, 35]));
        var symbols = new List<string>();
        string Listed(bool isCall, decimal at)
        {
            var contract = HoldingPlanner.Contract(stock.Symbol, isCall, at, expiration, false);
            contracts[contract.Symbol] = contract;
            symbols.Add(contract.Symbol);
            return contract.Symbol;
        }

        var isCall = draw.Happens(0.5);
        var width = draw.Of([-step, step]);
        var wanted = action switch
        {
            EntryAction.BuyCall or EntryAction.SellCall => $"\"contract\": \"{Listed(true, strike)}\"",
            EntryAction.BuyPut or EntryAction.SellPut => $"\"contract\": \"{Listed(false, strike)}\"",
            EntryAction.OpenVertical => $"\"buy\": \"{Listed(isCall, strike)}\", \"sell\": \"{Listed(isCall, strike + width)}\"",
            _ => $"\"symbol\": \"{stock.Symbol}\"",
        };
        var json = string.Create(CultureInfo.InvariantCulture, $$"""
            { "recommendationId": "{{id}}", "action": "{{action.Word()}}", {{wanted}}, "quantity": {{quantity}},
              "maximumSlippage": {{draw.Of([0m, 0.04m, 0.10m, 0.10m])}}, "expiresAt": "{{at + draw.Between(TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(8)):yyyy-MM-ddTHH:mm:ssZ}}" }
            """);
        return new PlannedEntry(id, action, symbols.Count > 0 ? symbols : [stock.Symbol], quantity, at, json, draw.Of([1, 1, 1, 2]));
    }
}
