using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Closing;

/// <summary>Limit prices of closing orders. Pure; USD per share.</summary>
public static class ClosePrice
{
    /// <summary>The price of one step of a walk, without the sign of the side: a long position is sold at it, a short one bought back.</summary>
    /// <param name="closing">Whose walk; its trigger's mid bounds the slow ones.</param>
    /// <param name="pace">How it is walked.</param>
    /// <param name="step">From 0.</param>
    /// <param name="quote">Fresh, net of all legs.</param>
    /// <param name="grid">Prices that are taken.</param>
    /// <returns>Null if a side is not quoted.</returns>
    public static decimal? OfStep(PositionClosing closing, WalkPace pace, int step, Quote quote, TickGrid grid)
    {
        if (quote is not { Mid: { } mid, Spread: { } spread })
        {
            return null;
        }

        var away = pace.Share(step) * Math.Max(0, spread) / 2;
        var reference = pace.IsBounded ? closing.Trigger.Mid ?? closing.Trigger.Price : null;
        if (closing.Side == PositionSide.Long)
        {
            var sell = grid.Down(mid - away);
            return reference is { } from ? Math.Max(sell, grid.Up(from - CloseLimits.Slippage)) : sell;
        }

        var highest = reference is { } to ? to + CloseLimits.Slippage : (decimal?)null;
        highest = closing.Structure.Width is { } width && !(highest < width) ? width : highest;
        var buy = grid.Up(mid + away);
        return highest is { } bound ? Math.Min(buy, grid.Down(bound)) : buy;
    }

    /// <summary>What closing legs costs now, USD per share and unit: debit positive, credit negative. Null if a leg lacks its side.</summary>
    public static decimal? Natural(IEnumerable<PositionLeg> legs, Func<string, Quote?> quoteOf)
    {
        decimal? cost = 0m;
        foreach (var leg in legs)
        {
            var quote = quoteOf(leg.Symbol);
            cost += -leg.Ratio * (leg.IsLong ? quote?.Bid : quote?.Ask);
        }

        return cost;
    }

    /// <summary>The signed net limit of an Immediate close of several legs: what it costs now and the slippage limit, never above the width.</summary>
    public static decimal AtOnce(decimal natural, decimal? width)
    {
        var cost = Math.Ceiling(Math.Min(natural + CloseLimits.Slippage, width ?? decimal.MaxValue) * 100) / 100;

        // A net of nothing is no limit price; a cent more closes.
        return cost == 0 ? 0.01m : cost;
    }

    /// <summary>True if a stop would give too much away at the market: a spread above 0.10 and above a tenth of the mid.</summary>
    public static bool IsWide(decimal? bid, decimal? ask) =>
        bid is { } sell && ask is { } buy && buy - sell > Math.Max(0.10m, (sell + buy) / 2 * 0.10m);
}
