using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Sessions;

namespace ExitDesk.Domain.Exits;

/// <summary>From a position and the quotes of its legs to a decision and a new mark. Pure.</summary>
public static class Appraiser
{
    /// <summary>Evaluates one position.</summary>
    /// <param name="position">A managed or watched one.</param>
    /// <param name="plan">Its rules.</param>
    /// <param name="mark">What was seen before.</param>
    /// <param name="quotes">One for each of the structure's closing legs, in their order.</param>
    /// <param name="facts">Underlying, time, ladder, mode.</param>
    /// <param name="moment">Now; the session must be open.</param>
    /// <returns>The mark in it is the very one that was given where nothing worth keeping changed.</returns>
    public static Appraisal Appraise(
        Position position, ExitPlan plan, PositionMark mark, ReadOnlySpan<LegQuote> quotes, in ExitFacts facts, MarketMoment moment)
    {
        var openAt = moment.Session!.OpenAt;
        var market = StructureMarket.Of(position.Structure, quotes, moment.Now, openAt);
        var wideSince = WideSince(mark, market.Quality, moment);
        var snapshot = SnapshotBuilder.Build(
            position, quotes, market, facts, mark, openAt, market.Quality == QuoteQuality.Wide ? moment.Now - wideSince : null);
        var stop = StopLoss.Evaluate(snapshot, plan.StopLoss);
        var trailing = TrailingStop.Evaluate(snapshot, plan.TrailingStop);
        var isDeep = StopLoss.IsDeep(stop);
        var silenced = Silenced(position, facts, stop, StopLoss.IsDeep(stop, position.SilencedLoss(moment.Now), snapshot), moment.Now);
        var waiting = Waiting(snapshot, plan, mark, moment, stop, isDeep, trailing);
        var decision = ExitPolicy.Decide(snapshot, plan, new DecisionContext(facts.IsEmergency, silenced), stop, trailing);
        var next = MarkStep.Next(
            mark,
            new MarkStep.Reading(Net(position, quotes, market, mark.Quote), market, wideSince, decision, Agreed(plan.StopLoss, stop), Agreed(plan.TrailingStop, trailing))
            {
                Recovered = Recovered(mark, snapshot, plan, facts, moment.Now),
            },
            moment);

        // While a stop waits for its confirmation the other rules still speak.
        return waiting.IsEmpty
            ? new Appraisal(snapshot, decision, next, Unconfirmed: false) { Unheard = silenced }
            : new Appraisal(
                snapshot,
                ExitPolicy.Decide(snapshot, plan, new DecisionContext(facts.IsEmergency, silenced.With(waiting)), stop, trailing),
                next,
                Unconfirmed: !silenced.With(waiting).Equals(silenced))
            { Unheard = silenced.With(waiting) };
    }

    // The owner's silence is about the loss that was shown: a stop far beyond its limit speaks again, and one that was shown far
    // beyond it speaks again far beyond what was shown. A stop that gave up as a walk, in a wide market, goes to the market once that
    // is not wide. The ladder always speaks.
    private static RuleSet Silenced(Position position, in ExitFacts facts, in ExitDecision stop, bool isDeep, DateTimeOffset now)
    {
        var byOwner = position.SilencedRules(now).Without(ExitReason.ExerciseRisk);
        var isHeard = isDeep
            || (stop.Kind == DecisionKind.Close && byOwner.Contains(ExitReason.StopLoss) && !position.IsSilenced(ExitReason.StopLoss, stop.Urgency, now));
        return (isHeard ? byOwner.Without(ExitReason.StopLoss) : byOwner).With(facts.GivenUp);
    }

    private static RuleSet Recovered(PositionMark mark, in PositionSnapshot snapshot, ExitPlan plan, in ExitFacts facts, DateTimeOffset now)
    {
        var told = mark.ToldLongAgo(now);
        if (told.IsEmpty)
        {
            return told;
        }

        var holds = SingleRule.Read(told, snapshot, plan).Holds;
        return told.Contains(ExitReason.Emergency) && !facts.IsEmergency ? holds.With(ExitReason.Emergency) : holds;
    }

    // Rules that fire and are not confirmed yet.
    private static RuleSet Waiting(
        in PositionSnapshot snapshot, ExitPlan plan, PositionMark mark, MarketMoment moment, in ExitDecision stop, bool isDeep, in ExitDecision trailing)
    {
        var waiting = RuleSet.None;
        if (stop.Kind == DecisionKind.Close && !Confirmation.IsConfirmed(mark.Evaluations, moment, isDeep, snapshot.HasZeroBid))
        {
            waiting = waiting.With(ExitReason.StopLoss);
        }

        if (trailing.Kind == DecisionKind.Close
            && !Confirmation.IsConfirmed(
                mark.Evaluations, moment, TrailingStop.IsDeep(snapshot, plan.TrailingStop, trailing), snapshot.HasZeroBid, ExitReason.TrailingStop))
        {
            waiting = waiting.With(ExitReason.TrailingStop);
        }

        return waiting;
    }

    // In a crash wide quotes come mixed with crossed, one-sided and stale ones: only a usable quote ends the wait. So does a
    // night: what was wide at yesterday's close begins anew at the open.
    private static DateTimeOffset? WideSince(PositionMark mark, QuoteQuality quality, MarketMoment moment)
    {
        var since = mark.WideSince < moment.Session!.OpenAt ? null : mark.WideSince;
        return quality switch
        {
            QuoteQuality.Usable => null,
            QuoteQuality.Wide => since ?? moment.Now,
            QuoteQuality.Missing or QuoteQuality.Stale or QuoteQuality.Crossed or QuoteQuality.OneSided => since,
        };
    }

    private static bool? Agreed(RulePlan plan, in ExitDecision decision) => decision.Kind switch
    {
        DecisionKind.Close => true,
        DecisionKind.Hold => plan.Enabled ? false : null,
        DecisionKind.Undecided => null,
    };

    // The position's market as one quote, for those who read it; a new one only if it says something new.
    private static Quote? Net(Position position, ReadOnlySpan<LegQuote> quotes, in StructureMarket market, Quote? known)
    {
        if (quotes.Length == 1 && Math.Abs(position.Structure.TradedLegs[0].Ratio) == 1)
        {
            return quotes[0].Quote;
        }

        if (market.Quality == QuoteQuality.Missing)
        {
            return null;
        }

        var isLong = position.Side == PositionSide.Long;
        var (bid, ask) = isLong ? (market.ClosingValue, market.OpeningValue) : (-market.OpeningValue, -market.ClosingValue);
        return known is not null && known.Bid == bid && known.Ask == ask && known.At == market.At ? known : new Quote(bid, ask, market.At);
    }
}
