using ExitDesk.Simulator.Market;

namespace ExitDesk.EndToEnd.Tests.Days;

/// <summary>
/// The exit rules of a long option once more, written from their description and not from the product: what a sweep every 15 seconds must
/// and may have closed, on the market's own quotes. A loss of 25 % stops, a gain of 50 % is taken, both at the bid.
/// </summary>
internal sealed class ExitOracle(IMarket market, string symbol, decimal entry, DateTimeOffset from)
{
    private const decimal Stop = -0.25m;
    private const decimal Target = 0.50m;

    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan WidePatience = TimeSpan.FromMinutes(2);

    /// <summary>Whether the stop may fire: the bid is past it, or the mid is in a market that has been wide for two minutes.</summary>
    public bool MayStop(DateTimeOffset at) => IsUsable(at)
        ? ReturnAt(Quote(at).Bid) <= Stop
        : IsWide(at) && !UsableWithin(at) && ReturnAt((Quote(at).Bid + Quote(at).Ask) / 2) <= Stop;

    /// <summary>Whether the profit may be taken.</summary>
    public bool MayTakeProfit(DateTimeOffset at) => IsUsable(at) && ReturnAt(Quote(at).Bid) >= Target;

    /// <summary>The first sweep at which, on usable quotes alone, the position must be closed; null if there is none.</summary>
    public DateTimeOffset? MustCloseAt(DateTimeOffset until)
    {
        for (var at = from; at < until; at += Sweep)
        {
            if (MayTakeProfit(at) || StopsConfirmed(at))
            {
                return at;
            }
        }

        return null;
    }

    // Two of three readings in a row, this one among them.
    private bool StopsConfirmed(DateTimeOffset at)
    {
        DateTimeOffset[] readings = [at, at - Sweep, at - (2 * Sweep)];
        return readings[^1] >= from
            && readings.All(IsUsable)
            && IsPastStop(at)
            && readings.Count(IsPastStop) >= 2;
    }

    private bool IsPastStop(DateTimeOffset at) => ReturnAt(Quote(at).Bid) <= Stop;

    private bool UsableWithin(DateTimeOffset at)
    {
        for (var earlier = at; earlier >= at - WidePatience; earlier -= Sweep)
        {
            if (IsUsable(earlier))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsUsable(DateTimeOffset at) => IsTwoSided(at) && !IsSpreadWide(at);

    private bool IsWide(DateTimeOffset at) => IsTwoSided(at) && IsSpreadWide(at);

    private bool IsTwoSided(DateTimeOffset at) => Quote(at) is { Bid: { } bid, Ask: { } ask } && ask > 0 && bid <= ask;

    private bool IsSpreadWide(DateTimeOffset at)
    {
        var (bid, ask) = (Quote(at).Bid!.Value, Quote(at).Ask!.Value);
        return ask - bid > 0.10m && ask - bid > 0.20m * (bid + ask) / 2;
    }

    private MarketQuote Quote(DateTimeOffset at) => market.OptionQuote(symbol, at) ?? new MarketQuote(null, 0, null, 0, at);

    private decimal? ReturnAt(decimal? price) => (price - entry) / entry;
}
