using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Quotes;

namespace ExitDesk.Domain.Exits;

/// <summary>Puts together what the rules see of a position. Pure, and without allocation.</summary>
public static class SnapshotBuilder
{
    /// <summary>From the quotes of its legs.</summary>
    /// <param name="position">What is held.</param>
    /// <param name="quotes">One for each leg that a close trades, in their order.</param>
    /// <param name="market">The same, netted.</param>
    /// <param name="facts">Everything else.</param>
    /// <param name="mark">What was seen before.</param>
    /// <param name="openAt">Today's open.</param>
    /// <param name="wideFor">How long the market has been wide; null if it is not.</param>
    public static PositionSnapshot Build(
        Position position, ReadOnlySpan<LegQuote> quotes, in StructureMarket market, in ExitFacts facts, PositionMark mark,
        DateTimeOffset openAt, TimeSpan? wideFor) =>
        new(
            position.EntryValue, market.ClosingValue, market.MidValue, market.Quality,
            wideFor, position.Structure.MaximumLoss)
        {
            BestValue = mark.Best?.Value,
            NetDelta = market.NetDelta,
            HasUnbidLeg = market.HasUnbidLeg,
            Underlying = facts.Underlying,
            Timing = facts.Timing,
            Assignment = AssignmentReading.Of(position.Structure, quotes, facts, facts.Timing.Now, openAt),
            Ladder = facts.Ladder,
        };

    /// <summary>From a mark: what the rules saw last, to explain it. Of several legs the extrinsic value is not known then,
    /// nor which of them nobody bids for: that counts where they net to nothing.</summary>
    /// <param name="position">What is held.</param>
    /// <param name="mark">Its last quote and quality.</param>
    /// <param name="facts">Everything else.</param>
    public static PositionSnapshot FromMark(Position position, PositionMark mark, in ExitFacts facts)
    {
        var isLong = position.Side == PositionSide.Long;
        return new PositionSnapshot(
            position.EntryValue,
            isLong ? mark.Quote?.Bid : -mark.Quote?.Ask,
            isLong ? mark.Quote?.Mid : -mark.Quote?.Mid,
            mark.Quality,
            mark.Quality == QuoteQuality.Wide ? mark.WideFor : null,
            position.Structure.MaximumLoss)
        {
            BestValue = mark.Best?.Value,
            HasUnbidLeg = isLong && mark.Quote?.Bid <= 0,
            Underlying = facts.Underlying,
            Timing = facts.Timing,
            Assignment = AssignmentReading.Of(
                position.Structure, IsOneLeg(position) ? [new LegQuote(mark.Quote)] : [], facts, mark.Quote?.At ?? default, default),
            Ladder = facts.Ladder,
        };
    }

    private static bool IsOneLeg(Position position) => position.Structure.ClosingLegs.Count == 1;
}
