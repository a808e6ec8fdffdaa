using System.Globalization;
using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Plans;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Entries.Recommendations;

/// <summary>Reads what a recommendation would pay or wants to receive: a limit, or how far from the mid.</summary>
internal static class RecommendedPrice
{
    /// <summary>The limit, USD per share; null if there is none or, with a complaint, it cannot be one.</summary>
    public static decimal? Limit(RecommendationValues values, EntryAction? action, IReadOnlyList<OrderLeg>? legs)
    {
        if (values.Has(RecommendationFields.LimitPrice) == values.Has(RecommendationFields.MaximumSlippage))
        {
            values.Complain(
                RecommendationFields.LimitPrice,
                $"give either {RecommendationFields.LimitPrice} or {RecommendationFields.MaximumSlippage}, {(values.Has(RecommendationFields.LimitPrice) ? "not both" : "one of them is needed")}");
        }

        var shape = action is null or EntryAction.OpenVertical ? RecommendationFields.NetPriceShape : RecommendationFields.PriceShape;
        if (Cents(values, RecommendationFields.LimitPrice, shape) is not { } limit)
        {
            return null;
        }

        if (action == EntryAction.OpenVertical && NetProblem(limit, legs) is { } problem)
        {
            values.Complain(RecommendationFields.LimitPrice, problem);
        }

        return limit;
    }

    /// <summary>How far from the mid, USD per share; null if it is not given or, with a complaint, cannot be read.</summary>
    public static decimal? Slippage(RecommendationValues values) =>
        Cents(values, RecommendationFields.MaximumSlippage, RecommendationFields.SlippageShape);

    private static decimal? Cents(RecommendationValues values, string name, NumberShape shape)
    {
        if (values.Optional(name, shape) is not decimal price)
        {
            return null;
        }

        if (decimal.Round(price, 2) == price)
        {
            return price;
        }

        values.Complain(name, string.Create(CultureInfo.InvariantCulture, $"{price} has more than two decimals; prices are in cents"));
        return null;
    }

    // Paying for what is worth a credit, or being paid for what costs, is a slip of the sign.
    private static string? NetProblem(decimal limit, IReadOnlyList<OrderLeg>? legs)
    {
        if (limit == 0)
        {
            return "0 is no net price; write the debit above 0, or the credit below 0";
        }

        if (legs is null
            || !OccSymbol.TryParse(legs[0].Symbol, out var buy, out _)
            || !OccSymbol.TryParse(legs[1].Symbol, out var sell, out _))
        {
            return null;
        }

        var isCredit = StructureKinds.IsCredit(sell, buy);
        var width = Math.Abs(buy.Strike - sell.Strike);
        return isCredit == limit > 0
            ? string.Create(CultureInfo.InvariantCulture, $"the legs are worth a {(isCredit ? "credit: write it below 0" : "debit: write it above 0")}, not {limit}")
            : Math.Abs(limit) >= width
                ? string.Create(CultureInfo.InvariantCulture, $"{limit} is not within the {width} between the strikes")
            : null;
    }
}
