using ExitDesk.Domain.Entries.Recommendations;

namespace ExitDesk.Domain.Entries;

/// <summary>The buying power that an entry takes, in USD, by the stricter reading of the broker's rules.</summary>
/// <remarks>Source: docs.alpaca.markets, "Options trading overview" and "Margin and short selling", read 2026-11. A put is secured by its full strike: the
/// premium is not counted until it is there.</remarks>
public static class EntryCollateral
{
    /// <summary>Of its price, what a short sale of stock ties up: the proceeds and half as much again (Regulation T).</summary>
    public const decimal ShortStockMultiple = 1.5m;

    /// <summary>USD, 0 or more; shares that cover a call are another gate's.</summary>
    /// <param name="recommendation">What is opened.</param>
    /// <param name="limit">USD per share, as it would be sent.</param>
    /// <param name="multiplier">Of its contracts; 1 for stock.</param>
    public static decimal Of(Recommendation recommendation, decimal limit, int multiplier) => recommendation.Action switch
    {
        EntryAction.BuyCall or EntryAction.BuyPut or EntryAction.BuyStock => limit * multiplier * recommendation.Quantity,
        EntryAction.SellStock => limit * ShortStockMultiple * recommendation.Quantity,
        EntryAction.SellPut => recommendation.Contracts()[0].Strike * multiplier * recommendation.Quantity,
        EntryAction.SellCall => 0,
        EntryAction.OpenVertical => OfVertical(recommendation, limit, multiplier),
    };

    /// <summary>A debit is what was paid; a credit can cost the distance of its strikes less what was received.</summary>
    internal static decimal OfVertical(Recommendation recommendation, decimal limit, int multiplier)
    {
        var contracts = recommendation.Contracts();
        var width = Math.Abs(contracts[0].Strike - contracts[1].Strike);
        return Math.Max(0, recommendation.IsCreditVertical() ? width + limit : limit) * multiplier * recommendation.Quantity;
    }
}
