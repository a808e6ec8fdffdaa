using ExitDesk.Domain.Quotes;

namespace ExitDesk.Domain.Structures;

/// <summary>The market of a structure as if it were one contract: what its owner sees as bid and ask.</summary>
public static class NetQuote
{
    /// <summary>Nets the quotes of the legs that a close trades.</summary>
    /// <param name="structure">Long if it was paid for, short if it was received for.</param>
    /// <param name="quoteOf">The quote of a leg; null if it has none.</param>
    /// <returns>
    /// USD per share, without the sign of the side: a long structure closes at the bid, a short one at the ask. As old as its
    /// oldest leg. A side is null if a leg lacks what it needs; null altogether if a leg has no quote.
    /// </returns>
    public static Quote? Of(Structure structure, Func<string, Quote?> quoteOf)
    {
        var legs = structure.ClosingLegs;
        if (legs.Count == 1 && Math.Abs(legs[0].Ratio) == 1)
        {
            return quoteOf(legs[0].Symbol);
        }

        var sides = new NetSides();
        foreach (var leg in legs)
        {
            if (quoteOf(leg.Symbol) is not { } quote)
            {
                return null;
            }

            sides.Add(leg.Ratio, quote);
        }

        return structure.Side == Positions.PositionSide.Long
            ? new Quote(sides.Closing, sides.Opening, sides.At)
            : new Quote(-sides.Opening, -sides.Closing, sides.At);
    }

    /// <summary>What closing brings (positive) or costs (negative), USD per share: long legs at the bid, short legs at the ask.
    /// Null if a leg's side is not quoted; a bid of zero counts only beside a live ask.</summary>
    /// <param name="structure">What is held.</param>
    /// <param name="quoteOf">The quote of a leg; null if it has none.</param>
    public static decimal? ClosingValue(Structure structure, Func<string, Quote?> quoteOf)
    {
        var sides = new NetSides();
        foreach (var leg in structure.ClosingLegs)
        {
            sides.Add(leg.Ratio, quoteOf(leg.Symbol));
        }

        return sides.Closing;
    }
}
