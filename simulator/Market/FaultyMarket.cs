using ExitDesk.Simulator.Faults;

namespace ExitDesk.Simulator.Market;

/// <summary>Another market with some quotes spoiled on purpose; as pure a function of time as that one.</summary>
/// <remarks>
/// Halted: no quote and no greeks. Crossed: bid 0.05 above the ask. ZeroBid: nobody bids. Wide: bid half the mid, ask twice it
/// and at least 0.20 apart. WildPrint: quotes at three times their prices. Trades are never spoiled. Only faults that the plan
/// includes strike; the plan's count of strikes shows each kind once, when it was first seen. Where windows of one symbol
/// overlap, the first in the list strikes.
/// </remarks>
/// <param name="inner">The market that is right.</param>
/// <param name="faults">The faults asked for.</param>
/// <param name="windows">When each strikes, for instance from <see cref="QuoteFaultSchedule"/>.</param>
public sealed class FaultyMarket(IMarket inner, FaultPlan faults, IReadOnlyList<QuoteFault> windows) : IMarket
{
    private const decimal Step = 0.05m;

    private readonly List<QuoteFault> _windows = [.. windows.Where(window => faults.Includes(window.Kind))];

    public IReadOnlyList<TradingDay> Days => inner.Days;

    public IReadOnlyList<ListedContract> Contracts => inner.Contracts;

    public IReadOnlyList<string> Underlyings => inner.Underlyings;

    public IReadOnlyList<CorporateAction> Actions => inner.Actions;

    public MarketQuote? OptionQuote(string symbol, DateTimeOffset at) => Spoil(inner.OptionQuote(symbol, at), symbol, at);

    public MarketQuote? StockQuote(string symbol, DateTimeOffset at) => Spoil(inner.StockQuote(symbol, at), symbol, at);

    public MarketTrade? LastStockTrade(string symbol, DateTimeOffset at) => inner.LastStockTrade(symbol, at);

    public OptionGreeks? Greeks(string symbol, DateTimeOffset at) =>
        _windows.Find(window => window.Covers(symbol, at))?.Kind == Fault.Halted ? null : inner.Greeks(symbol, at);

    private MarketQuote? Spoil(MarketQuote? quote, string symbol, DateTimeOffset at)
    {
        if (quote is null || _windows.Find(window => window.Covers(symbol, at)) is not { } window)
        {
            return quote;
        }

        // Counted, not decided: whether the fault strikes is a matter of time alone.
        _ = faults.Hits(window.Kind);
        return window.Kind switch
        {
            Fault.Halted => null,
            Fault.Crossed => quote with { Bid = (quote.Ask ?? quote.Bid) + Step, BidSize = Math.Max(1, quote.BidSize) },
            Fault.ZeroBid => quote with { Bid = 0, BidSize = 0 },
            Fault.Wide => Widen(quote),
            Fault.WildPrint => quote with { Bid = quote.Bid * 3, Ask = quote.Ask * 3 },
            _ => throw new InvalidOperationException(
                $"{window.Kind} does not spoil quotes; use one of {string.Join(", ", QuoteFault.Kinds)}"),
        };
    }

    // On steps of 0.10, which every grid has.
    private static MarketQuote Widen(MarketQuote quote)
    {
        var mid = ((quote.Bid ?? 0) + (quote.Ask ?? quote.Bid ?? 0)) / 2;
        var bid = Math.Floor(mid * 5) / 10;
        var ask = Math.Max(Math.Ceiling(mid * 20) / 10, bid + (4 * Step));
        return quote with { Bid = bid, BidSize = bid == 0 ? 0 : quote.BidSize, Ask = ask };
    }
}
