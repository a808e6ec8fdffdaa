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
        var legs = structure.ClosingLegs;
        var (hasShort, isInTheMoney, isUnknown) = (false, false, false);
        decimal? least = null;
        decimal? leastOfCalls = null;
        for (var i = 0; i < legs.Count; i++)
        {
            if (legs[i] is not { IsLong: false, Contract: { } contract })
            {
                continue;
            }

            hasShort = true;
            if (facts.Underlying.Price is not { } price || contract.IsAdjusted)
            {
                return new AssignmentFacts(HasShortLegs: true, null, null, null, facts.Dividend);
            }

            var intrinsic = Intrinsic(contract, price);
            if (intrinsic <= 0)
            {
                continue;
            }

            isInTheMoney = true;
            var quote = i < quotes.Length ? quotes[i] : default;
            if (QuoteJudge.Judge(quote.Quote, now, openAt, quote.UnderlyingMoved) != QuoteQuality.Usable)
            {
                isUnknown = true;
                continue;
            }

            var extrinsic = quote.Quote!.Mid!.Value - intrinsic;
            least = least < extrinsic ? least : extrinsic;
            leastOfCalls = contract.Right == OptionRight.Call && !(leastOfCalls < extrinsic) ? extrinsic : leastOfCalls;
        }

        return new AssignmentFacts(hasShort, isInTheMoney, isUnknown ? null : least, isUnknown ? null : leastOfCalls, facts.Dividend);
    }

    /// <summary>What exercising would bring, USD per share; negative out of the money.</summary>
    /// <param name="contract">Not adjusted: a share is what it delivers.</param>
    /// <param name="underlying">USD per share.</param>
    public static decimal Intrinsic(OptionContract contract, decimal underlying) => contract.Right switch
    {
        OptionRight.Call => underlying - contract.Strike,
        OptionRight.Put => contract.Strike - underlying,
    };
}
