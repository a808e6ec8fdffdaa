using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Exits;

/// <summary>Reads from short legs and their quotes what an early assignment hangs on.</summary>
public static class AssignmentReading
{
    /// <summary>Judges each short leg by itself. Allocates nothing.</summary>
    /// <param name="structure">What is held.</param>
    /// <param name="quotes">One for each of <see cref="Structure.ClosingLegs"/>, in their order; empty if they are not at hand.</param>
    /// <param name="facts">Price of the underlying, and dividend.</param>
    /// <param name="now">The broker's clock.</param>
    /// <param name="openAt">Today's open.</param>
    public static AssignmentFacts Of(
        Structure structure, ReadOnlySpan<LegQuote> quotes, in ExitFacts facts, DateTimeOffset now, DateTimeOffset openAt)
    {
        var legs = structure.TradedLegs;
        var (hasShort, isInTheMoney, isPartial) = (false, false, false);
        decimal? least = null;
        decimal? leastOfCalls = null;
        for (var i = 0; i < legs.Length; i++)
        {
            ref readonly var leg = ref legs[i];
            if (leg.IsLong || !leg.IsOption)
            {
                continue;
            }

            hasShort = true;
            if (facts.Underlying.Price is not { } price || leg.IsAdjusted)
            {
                isPartial = true;
                continue;
            }

            var intrinsic = Intrinsic(leg.Right, leg.Strike, price);
            if (intrinsic <= 0)
            {
                continue;
            }

            isInTheMoney = true;
            var quote = i < quotes.Length ? quotes[i] : default;
            if (QuoteJudge.Judge(quote.Quote, now, openAt, quote.UnderlyingMoved) != QuoteQuality.Usable)
            {
                isPartial = true;
                continue;
            }

            var extrinsic = quote.Quote!.Mid!.Value - intrinsic;
            least = least < extrinsic ? least : extrinsic;
            leastOfCalls = leg.Right == OptionRight.Call && !(leastOfCalls < extrinsic) ? extrinsic : leastOfCalls;
        }

        return new AssignmentFacts(hasShort, isInTheMoney ? true : isPartial ? null : false, least, leastOfCalls, facts.Dividend) { IsPartial = isPartial };
    }

    // What exercising would bring, USD per share; negative out of the money.
    private static decimal Intrinsic(OptionRight right, decimal strike, decimal underlying) => right switch
    {
        OptionRight.Call => underlying - strike,
        OptionRight.Put => strike - underlying,
    };
}
