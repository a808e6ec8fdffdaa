using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulator.Venue;

/// <summary>Which price a quote gives.</summary>
internal static class Pricing
{
    /// <summary>What a market order gets, USD per share; null: nobody stands on the other side.</summary>
    public static decimal? Touch(MarketQuote? quote, OrderSide side) => side switch
    {
        OrderSide.Buy => quote?.Ask is > 0 ? quote.Ask : null,
        OrderSide.Sell => quote?.Bid is > 0 ? quote.Bid : null,
    };

    public static int Size(MarketQuote quote, OrderSide side) => side == OrderSide.Buy ? quote.AskSize : quote.BidSize;

    /// <summary>Whether an order would trade at the touch.</summary>
    public static bool Accepts(VenueOrder order, decimal touch) => (order.LimitPrice, order.StopPrice) switch
    {
        ({ } limit, _) => order.Side == OrderSide.Buy ? touch <= limit : touch >= limit,
        (_, { } stop) => order.Side == OrderSide.Buy ? touch >= stop : touch <= stop,
        (null, null) => true,
    };

    /// <returns>USD per share; null: not quoted on both sides.</returns>
    public static decimal? Mid(MarketQuote? quote) => quote is { Bid: { } bid, Ask: { } ask } ? (bid + ask) / 2 : null;

    /// <summary>Whether a limit stands at the middle of the market or on the other side's half of it.</summary>
    /// <param name="limit">USD per share; for a multi-leg order the signed net.</param>
    /// <param name="mid">The same; null: no market.</param>
    public static bool ReachesMid(OrderSide side, decimal? limit, decimal? mid) =>
        side == OrderSide.Buy ? limit >= mid : limit <= mid;

    /// <summary>What the account page shows as the current price: the mid, one side where only one is quoted.</summary>
    /// <returns>USD per share; null: no quote.</returns>
    public static decimal? Mark(MarketQuote? quote) => quote switch
    {
        { Bid: { } bid, Ask: { } ask } => (bid + ask) / 2,
        { Bid: { } bid } => bid,
        { Ask: { } ask } => ask,
        _ => null,
    };
}
