using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Entries.Gates;
using ExitDesk.Domain.Entries.Recommendations;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Entries;

/// <summary>Limit prices of entries. Pure; USD per share.</summary>
/// <remarks>
/// All bounds hold at once: the recommendation's limit or its slippage, the desk's own slippage, and the price that the owner saw. Grids round
/// away from the market, so that no bound is ever passed, not by a fraction of a cent.
/// </remarks>
public static class EntryPrice
{
    /// <summary>The market's mid of what is traded as a net: what is bought less what is sold; null unless each leg has both sides.</summary>
    public static decimal? Mid(Recommendation recommendation, EntryFacts facts)
    {
        decimal? net = 0m;
        foreach (var leg in recommendation.Legs)
        {
            var mid = facts.Quotes?.GetValueOrDefault(leg.Symbol)?.Mid;
            net += leg.Side == OrderSide.Buy ? mid : -mid;
        }

        return net;
    }

    /// <summary>The limit to send: above 0 of one leg, of a vertical the signed net, debit positive and credit negative.</summary>
    /// <returns>Null without a mid, or if no price that the broker takes is within every bound.</returns>
    public static decimal? Limit(Recommendation recommendation, EntryFacts facts, EntrySettings settings)
    {
        if (Mid(recommendation, facts) is not { } mid)
        {
            return null;
        }

        var highest = mid + Math.Min(recommendation.MaximumSlippage ?? settings.MaximumSlippage, settings.MaximumSlippage);
        highest = Lower(highest, recommendation, recommendation.LimitPrice);
        highest = Lower(highest, recommendation, facts.ApprovedPrice);
        return recommendation.IsMultiLeg ? Net(recommendation, highest) : Sole(recommendation, highest, facts);
    }

    /// <summary>True if it is one leg that is sold: then its limit is what is received, and its net is that below 0.</summary>
    public static bool IsSale(this Recommendation recommendation) => recommendation.Legs is [{ Side: OrderSide.Sell }];

    private static decimal Lower(decimal highest, Recommendation recommendation, decimal? limit) =>
        limit is { } given ? Math.Min(highest, recommendation.IsSale() ? -given : given) : highest;

    private static decimal? Sole(Recommendation recommendation, decimal highest, EntryFacts facts)
    {
        var symbol = recommendation.Legs[0].Symbol;
        var grid = TickGrid.Of(OccSymbol.TryParse(symbol, out var contract, out _) ? contract : null, facts.Quotes!.GetValueOrDefault(symbol));
        if (recommendation.IsSale())
        {
            return grid.Up(-highest);
        }

        // The grid never goes below one tick, which may be more than the bound.
        return highest > 0 && grid.Down(highest) is var price && price <= highest ? price : null;
    }

    // A credit vertical is never paid for, and a debit vertical never paid out: such a quote is no market.
    private static decimal? Net(Recommendation recommendation, decimal highest)
    {
        var price = Math.Floor(highest * 100) / 100;
        return recommendation.IsCreditVertical() ? (price < 0 ? price : null) : (price > 0 ? price : null);
    }

    /// <summary>True if its sold strike is the nearer to the money: it is received for.</summary>
    public static bool IsCreditVertical(this Recommendation recommendation) =>
        recommendation.Contracts() is [var bought, var sold] && StructureKinds.IsCredit(sold, bought);

    /// <summary>The options that it trades, in the order of its legs; empty for stock.</summary>
    public static IReadOnlyList<OptionContract> Contracts(this Recommendation recommendation) =>
        [.. recommendation.Legs.Select(leg => OccSymbol.TryParse(leg.Symbol, out var contract, out _) ? contract : null).OfType<OptionContract>()];
}
