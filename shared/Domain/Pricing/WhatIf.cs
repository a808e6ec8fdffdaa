using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Sessions;

namespace ExitDesk.Domain.Pricing;

/// <summary>Reprices legs at a hypothetical move of their underlying, and time, with volatility and spreads held.</summary>
/// <remarks>
/// The volatility is solved from each leg's own mid, so that a move of nothing in no time gives back today's quotes; a feed's
/// counts time in its own way and serves only where the mid has none. A real move changes volatility too: this is a first answer.
/// </remarks>
public sealed class WhatIf
{
    private const int Decimals = 4;

    private readonly MarketMoment _now;
    private readonly MarketMoment _then;
    private readonly decimal? _underlying;

    /// <param name="underlying">Present price, USD per share; null if unknown.</param>
    /// <param name="move">A fraction: −0.05 is 5 % down.</param>
    /// <param name="now">The broker's clock.</param>
    /// <param name="at">The hypothetical instant, UTC; null, or one already past, means now.</param>
    public WhatIf(decimal? underlying, decimal move, MarketMoment now, DateTimeOffset? at = null)
    {
        _underlying = underlying;
        _now = now;
        _then = at > now.Now ? now with { Now = at.Value } : now;
        Underlying = move >= -1 ? underlying * (1 + move) : null;
    }

    /// <summary>The hypothetical price, USD per share; null if unknown or impossible.</summary>
    public decimal? Underlying { get; }

    /// <summary>The hypothetical instant, UTC.</summary>
    public DateTimeOffset At => _then.Now;

    /// <summary>Reprices each leg by itself; one that cannot be says why and does not hinder the others.</summary>
    public IReadOnlyList<RepricedLeg> Reprice(IReadOnlyList<WhatIfLeg> legs) => [.. legs.Select(Reprice)];

    /// <summary>Reprices one leg.</summary>
    public RepricedLeg Reprice(WhatIfLeg leg)
    {
        var contract = leg.Contract;
        if (_underlying is not { } spot)
        {
            return RepricedLeg.Missing(contract, RepricingGap.NoUnderlying);
        }

        if (Underlying is not { } moved)
        {
            return RepricedLeg.Missing(contract, RepricingGap.ImpossibleMove);
        }

        if (contract.IsAdjusted)
        {
            return RepricedLeg.Missing(contract, RepricingGap.Adjusted);
        }

        if (leg.Quote is not { Mid: { } mid, Spread: { } spread })
        {
            return RepricedLeg.Missing(contract, RepricingGap.NoQuote);
        }

        var years = TradingYear.Until(contract.Expiration, _now);
        var volatility = ImpliedVolatility.Solve(contract.Right, mid, spot, contract.Strike, years) ?? leg.FeedVolatility;
        if (volatility is not > 0)
        {
            return RepricedLeg.Missing(contract, RepricingGap.NoVolatility);
        }

        var value = decimal.Round(
            BlackScholes.Price(contract.Right, moved, contract.Strike, TradingYear.Until(contract.Expiration, _then), volatility.Value), Decimals);
        return new(contract, value, Around(value, spread / 2), volatility, null);
    }

    private Quote Around(decimal value, decimal half) => new(Math.Max(value - half, 0), value + half, At);
}
