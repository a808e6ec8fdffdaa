using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Orders;

namespace ExitDesk.Domain.Entries.Recommendations;

/// <summary>Reads what a recommendation wants to trade. What its names say must fit its action.</summary>
internal static class RecommendedLegs
{
    private static readonly IReadOnlyList<string> _all =
        [RecommendationFields.Contract, RecommendationFields.Symbol, RecommendationFields.Buy, RecommendationFields.Sell];

    /// <summary>The legs, the bought one of a vertical first; null, with complaints, if they do not fit.</summary>
    public static IReadOnlyList<OrderLeg>? Read(RecommendationValues values, EntryAction action)
    {
        var names = RecommendationFields.LegNames(action);
        foreach (var name in _all.Where(name => !names.Contains(name) && values.Has(name)))
        {
            values.Complain(name, $"{action.Word()} names what it trades in {string.Join(" and ", names)}, not here");
        }

        return action.IsStock() ? Stock(values, action)
            : action == EntryAction.OpenVertical ? Vertical(values)
            : Single(values, action);
    }

    private static IReadOnlyList<OrderLeg>? Stock(RecommendationValues values, EntryAction action) =>
        values.Required(RecommendationFields.Symbol, RecommendationFields.SymbolShape) is string symbol
            ? [OrderLeg.Of(symbol, action.SoleIntent()!.Value)]
            : null;

    private static IReadOnlyList<OrderLeg>? Single(RecommendationValues values, EntryAction action)
    {
        if (Contract(values, RecommendationFields.Contract) is not { } contract)
        {
            return null;
        }

        if (contract.Right == action.Right())
        {
            return [OrderLeg.Of(contract.Symbol, action.SoleIntent()!.Value)];
        }

        values.Complain(RecommendationFields.Contract, $"{contract.Symbol} is a {Word(contract.Right)}, and {action.Word()} trades a {Word(action.Right()!.Value)}");
        return null;
    }

    private static IReadOnlyList<OrderLeg>? Vertical(RecommendationValues values)
    {
        var (buy, sell) = (Contract(values, RecommendationFields.Buy), Contract(values, RecommendationFields.Sell));
        if (buy is null || sell is null)
        {
            return null;
        }

        var problem = buy.Root != sell.Root ? $"its root {sell.Root} is not {buy.Root}, that of the contract to buy"
            : buy.Right != sell.Right ? $"it is a {Word(sell.Right)}, and the contract to buy is a {Word(buy.Right)}"
            : buy.Expiration != sell.Expiration ? $"it expires on {sell.Expiration:yyyy-MM-dd}, and the contract to buy on {buy.Expiration:yyyy-MM-dd}"
            : buy.Strike == sell.Strike ? "it is the contract to buy itself"
            : null;
        if (problem is null)
        {
            return [OrderLeg.Of(buy.Symbol, PositionIntent.BuyToOpen), OrderLeg.Of(sell.Symbol, PositionIntent.SellToOpen)];
        }

        values.Complain(RecommendationFields.Sell, $"{problem}; a vertical has two strikes of one right and expiration");
        return null;
    }

    // The symbol's own reading says at which character it goes wrong.
    private static OptionContract? Contract(RecommendationValues values, string name)
    {
        if (values.Raw(name) is { ValueKind: System.Text.Json.JsonValueKind.String } text && !OccSymbol.TryParse(text.GetString(), out _, out var error))
        {
            values.Complain(name, error);
            return null;
        }

        return values.Required(name, RecommendationFields.ContractShape) as OptionContract;
    }

    private static string Word(OptionRight right) => right == OptionRight.Call ? "call" : "put";
}
