using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Exits;

/// <summary>The market of a structure, from the quotes of its legs.</summary>
/// <param name="Quality">The worst of its legs, in the order usable, wide, crossed, one-sided, stale, missing.</param>
/// <param name="ClosingValue">What closing brings (positive) or costs (negative), USD per share; null if a leg's side is not quoted.</param>
/// <param name="OpeningValue">The same on the other side of each quote, USD per share; null likewise.</param>
/// <param name="At">When the oldest of the quotes was made, UTC; meaningless if one is missing.</param>
/// <param name="NetDelta">USD per share for one USD of the underlying; null unless each leg has its delta.</param>
public readonly record struct StructureMarket(
    QuoteQuality Quality, decimal? ClosingValue, decimal? OpeningValue, DateTimeOffset At, decimal? NetDelta)
{
    /// <summary>At the mid of each leg, USD per share; null unless each has both sides.</summary>
    public decimal? MidValue => (ClosingValue + OpeningValue) / 2;

    /// <summary>True if nobody bids for a leg that was bought: what its mid says of it, nobody pays.</summary>
    public bool HasUnbidLeg { get; init; }

    /// <summary>Nets the legs. Allocates nothing; the order of the legs does not matter.</summary>
    /// <param name="structure">What is held.</param>
    /// <param name="quotes">One for each of <see cref="Structure.ClosingLegs"/>, in their order.</param>
    /// <param name="now">The broker's clock.</param>
    /// <param name="openAt">Today's open.</param>
    public static StructureMarket Of(Structure structure, ReadOnlySpan<LegQuote> quotes, DateTimeOffset now, DateTimeOffset openAt)
    {
        var legs = structure.TradedLegs;
        var (sides, delta) = (new NetSides(), new NetSum());
        var worthless = 0m;
        var quality = QuoteQuality.Usable;
        var hasUnbid = false;
        for (var i = 0; i < legs.Length; i++)
        {
            ref readonly var leg = ref legs[i];
            ref readonly var seen = ref quotes[i];
            var quote = seen.Quote;
            var judged = QuoteJudge.Judge(quote, now, openAt, seen.UnderlyingMoved);
            if (judged == QuoteQuality.Wide && structure.IsCredit && IsWorthlessWing(leg, quote!))
            {
                worthless += leg.Ratio * quote!.Ask!.Value;
                judged = QuoteQuality.Usable;
            }

            quality = Worst(quality, judged);
            sides.Add(leg.Ratio, quote);
            delta.Add(leg.Ratio, seen.Delta);
            hasUnbid |= leg.IsLong && quote is { Bid: 0 };
        }

        return Wide(new StructureMarket(quality, sides.Closing, sides.Opening, sides.At, delta.Value) { HasUnbidLeg = hasUnbid }, worthless);
    }

    /// <summary>The worse of both.</summary>
    public static QuoteQuality Worst(QuoteQuality one, QuoteQuality other) => Rank(one) >= Rank(other) ? one : other;

    // A wing that nobody bids for is worth 0 and cannot be worth less: its own width says nothing. What its ask leaves open
    // counts against the value of the whole.
    private static StructureMarket Wide(in StructureMarket market, decimal worthless) =>
        worthless > QuoteJudge.WideSpread && market.MidValue is { } mid && worthless > QuoteJudge.WideShareOfMid * Math.Abs(mid)
            ? market with { Quality = Worst(market.Quality, QuoteQuality.Wide) }
            : market;

    private static bool IsWorthlessWing(in TradedLeg leg, Quote quote) => leg.IsLong && quote is { Bid: 0, Ask: > 0 };

    private static int Rank(QuoteQuality quality) => quality switch
    {
        QuoteQuality.Usable => 0,
        QuoteQuality.Wide => 1,
        QuoteQuality.Crossed => 2,
        QuoteQuality.OneSided => 3,
        QuoteQuality.Stale => 4,
        QuoteQuality.Missing => 5,
    };
}
