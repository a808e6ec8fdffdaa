using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Tests.Exits.Plain;

/// <summary>What the quotes of legs say, worked out as one would on paper: one sum after another, nothing saved.</summary>
internal static class PlainMarket
{
    private static readonly QuoteQuality[] FromBest =
        [QuoteQuality.Usable, QuoteQuality.Wide, QuoteQuality.Crossed, QuoteQuality.OneSided, QuoteQuality.Stale, QuoteQuality.Missing];

    public static StructureMarket Of(Structure structure, LegQuote[] quotes, DateTimeOffset now, DateTimeOffset openAt)
    {
        var legs = structure.ClosingLegs.Zip(quotes, (leg, seen) => (Leg: leg, Seen: seen)).ToList();
        bool IsWorthless(PositionLeg leg, LegQuote seen) => structure.IsCredit && leg.IsLong
            && seen.Quote is { Bid: 0, Ask: > 0 } && Quality(seen, now, openAt) == QuoteQuality.Wide;
        var quality = legs.Select(one => IsWorthless(one.Leg, one.Seen) ? QuoteQuality.Usable : Quality(one.Seen, now, openAt))
            .MaxBy(one => Array.IndexOf(FromBest, one));
        var worthless = legs.Where(one => IsWorthless(one.Leg, one.Seen)).Sum(one => one.Leg.Ratio * one.Seen.Quote!.Ask!.Value);
        var market = new StructureMarket(
            quality,
            Sum(legs.Select(one => one.Leg.Ratio * Side(one.Seen.Quote, one.Leg.IsLong))),
            Sum(legs.Select(one => one.Leg.Ratio * Side(one.Seen.Quote, !one.Leg.IsLong))),
            legs.Min(one => one.Seen.Quote?.At) ?? DateTimeOffset.MaxValue,
            Sum(legs.Select(one => one.Leg.Ratio * one.Seen.Delta)))
        {
            HasUnbidLeg = legs.Any(one => one.Leg.IsLong && one.Seen.Quote?.Bid == 0),
        };
        var isWide = quality == QuoteQuality.Usable && worthless > 0.10m && worthless > 0.20m * Math.Abs(market.MidValue!.Value);
        return isWide ? market with { Quality = QuoteQuality.Wide } : market;
    }

    public static AssignmentFacts Assignment(Structure structure, LegQuote[] quotes, in ExitFacts facts, DateTimeOffset now, DateTimeOffset openAt)
    {
        var (price, dividend) = (facts.Underlying.Price, facts.Dividend);
        var sold = structure.ClosingLegs.Zip(quotes).Where(one => !one.First.IsLong && one.First.Contract is not null).ToList();
        if (sold.Count == 0)
        {
            return new AssignmentFacts(false, false, null, null, dividend);
        }

        decimal? Intrinsic(OptionContract contract) => contract.IsAdjusted ? null
            : contract.Right == OptionRight.Call ? price - contract.Strike : contract.Strike - price;
        var inTheMoney = sold.Where(one => Intrinsic(one.First.Contract!) > 0).ToList();
        var measured = inTheMoney.Where(one => Quality(one.Second, now, openAt) == QuoteQuality.Usable).ToList();
        var untold = sold.Any(one => Intrinsic(one.First.Contract!) is null);
        decimal? Least(IEnumerable<(PositionLeg Leg, LegQuote Seen)> legs) => legs.Min(one => one.Seen.Quote!.Mid - Intrinsic(one.Leg.Contract!));
        return new AssignmentFacts(
            true, inTheMoney.Count > 0 ? true : untold ? null : false,
            Least(measured), Least(measured.Where(one => one.First.Contract!.Right == OptionRight.Call)), dividend)
        {
            IsPartial = untold || measured.Count < inTheMoney.Count,
        };
    }

    private static QuoteQuality Quality(in LegQuote seen, DateTimeOffset now, DateTimeOffset openAt)
    {
        if (seen.Quote is not { } quote || ((quote.Bid ?? 0) == 0 && (quote.Ask ?? 0) == 0))
        {
            return QuoteQuality.Missing;
        }

        var age = now - quote.At;
        return quote.At < openAt || age > TimeSpan.FromMinutes(15) || (age > TimeSpan.FromSeconds(60) && Math.Abs(seen.UnderlyingMoved ?? 0) >= 0.002m)
            ? QuoteQuality.Stale
            : quote.Bid is null || (quote.Ask ?? 0) <= 0 ? QuoteQuality.OneSided
            : quote.Bid > quote.Ask ? QuoteQuality.Crossed
            : quote.Spread > 0.10m && quote.Spread > 0.20m * quote.Mid ? QuoteQuality.Wide
            : QuoteQuality.Usable;
    }

    private static decimal? Side(Quote? quote, bool isBid) =>
        quote is null || (quote.Bid == 0 && (quote.Ask ?? 0) <= 0) ? null : isBid ? quote.Bid : quote.Ask;

    private static decimal? Sum(IEnumerable<decimal?> parts) => parts.Aggregate((decimal?)0m, (sum, part) => sum + part);
}
