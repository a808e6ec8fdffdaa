using ExitDesk.Domain.Entries.Recommendations;

namespace ExitDesk.Domain.Entries;

/// <summary>What an entry can lose at most, in USD. Stops do not count: a gap does not ask them.</summary>
public static class EntryRisk
{
    /// <summary>USD, 0 or more; null if it has no bound.</summary>
    /// <param name="recommendation">What is opened.</param>
    /// <param name="limit">USD per share, as it would be sent.</param>
    /// <param name="multiplier">Of its contracts; 1 for stock.</param>
    public static decimal? Of(Recommendation recommendation, decimal limit, int multiplier) => recommendation.Action switch
    {
        EntryAction.BuyCall or EntryAction.BuyPut or EntryAction.BuyStock => limit * multiplier * recommendation.Quantity,
        EntryAction.SellStock => null,
        EntryAction.SellPut => Math.Max(0, recommendation.Contracts()[0].Strike - limit) * multiplier * recommendation.Quantity,
        // The shares' risk is there already; the call only lessens it.
        EntryAction.SellCall => 0,
        EntryAction.OpenVertical => EntryCollateral.OfVertical(recommendation, limit, multiplier),
    };
}
