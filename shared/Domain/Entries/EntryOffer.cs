using ExitDesk.Domain.Entries.Gates;
using ExitDesk.Domain.Entries.Recommendations;
using ExitDesk.Domain.Orders;

namespace ExitDesk.Domain.Entries;

/// <summary>What an entry would send now, and what it would put at stake.</summary>
/// <param name="LimitPrice">USD per share, on its tick grid; of a vertical the signed net: debit positive, credit negative.</param>
/// <param name="Multiplier">Shares that one contract's price counts for, by the broker's contract; 1 for stock.</param>
/// <param name="Risk">USD that it can lose at most; null if that has no bound.</param>
/// <param name="Collateral">USD of buying power that it takes, 0 or more.</param>
public sealed record EntryOffer(decimal LimitPrice, int Multiplier, decimal? Risk, decimal Collateral)
{
    /// <summary>The market's mid when it was priced, USD per share, signed as the limit.</summary>
    public decimal? Mid { get; init; }

    /// <summary>By what was read; null if a quote or a contract's terms are missing, or no price holds every bound.</summary>
    public static EntryOffer? For(Recommendation recommendation, EntryFacts facts, EntrySettings settings)
    {
        if (MultiplierOf(recommendation, facts) is not { } multiplier
            || EntryPrice.Limit(recommendation, facts, settings) is not { } limit)
        {
            return null;
        }

        return new EntryOffer(limit, multiplier, EntryRisk.Of(recommendation, limit, multiplier), EntryCollateral.Of(recommendation, limit, multiplier))
        {
            Mid = recommendation.IsSale() ? -EntryPrice.Mid(recommendation, facts) : EntryPrice.Mid(recommendation, facts),
        };
    }

    /// <summary>The order that it stands for.</summary>
    public OrderTicket Ticket(Recommendation recommendation, string clientOrderId) =>
        new(clientOrderId, recommendation.Legs, recommendation.Quantity, LimitPrice);

    private static int? MultiplierOf(Recommendation recommendation, EntryFacts facts)
    {
        if (recommendation.Action.IsStock())
        {
            return 1;
        }

        var multipliers = recommendation.Legs.Select(leg => facts.Terms?.GetValueOrDefault(leg.Symbol)?.Multiplier).Distinct().ToList();
        return multipliers is [> 0 and var one] ? one : null;
    }
}
