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

        decimal? closing = 0m;
        decimal? opening = 0m;
        var at = DateTimeOffset.MaxValue;
        foreach (var leg in legs)
        {
            if (quoteOf(leg.Symbol) is not { } quote)
            {
                return null;
            }

            closing += leg.Ratio * (leg.IsLong ? LiveBid(quote) : quote.Ask);
            opening += leg.Ratio * (leg.IsLong ? quote.Ask : LiveBid(quote));
            at = quote.At < at ? quote.At : at;
        }

        return structure.Side == Positions.PositionSide.Long ? new Quote(closing, opening, at) : new Quote(-opening, -closing, at);
    }

    // A bid of zero is a price only beside a live ask.
    private static decimal? LiveBid(Quote quote) => quote is { Bid: 0, Ask: null or <= 0 } ? null : quote.Bid;
}
