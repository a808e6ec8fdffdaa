using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Sessions;

namespace ExitDesk.Domain.Exits;

/// <summary>From a position and its quote to a decision and a new mark. Pure.</summary>
public static class Appraiser
{
    /// <summary>Evaluates one position.</summary>
    /// <param name="position">A managed or watched one.</param>
    /// <param name="plan">Its rules.</param>
    /// <param name="mark">What was seen before.</param>
    /// <param name="quote">Null if the market has none.</param>
    /// <param name="moment">Now; the session must be open.</param>
    /// <param name="underlyingMoved">The underlying's move since the quote, as a fraction; null if unknown.</param>
    public static Appraisal Appraise(
        Position position, ExitPlan plan, PositionMark mark, Quote? quote, MarketMoment moment, decimal? underlyingMoved)
    {
        var quality = QuoteJudge.Judge(quote, moment.Now, moment.Session!.OpenAt, underlyingMoved);
        DateTimeOffset? wideSince = quality == QuoteQuality.Wide ? mark.WideSince ?? moment.Now : null;
        var snapshot = Snapshot(position, quote, quality, moment.Now - wideSince);
        var decision = ExitPolicy.Decide(snapshot, plan, rule => position.IsSilenced(rule, moment.Now));
        var stop = StopLoss.Evaluate(snapshot, plan.StopLoss);
        var confirmed = decision is not { Kind: DecisionKind.Close, Reason: ExitReason.StopLoss }
            || Confirmation.IsConfirmed(mark.Evaluations, moment, StopLoss.IsDeep(decision), snapshot.HasZeroBid);
        var next = NextMark(mark, quote, quality, moment.Now, decision, stop) with { WideSince = wideSince };
        return new Appraisal(snapshot, confirmed ? decision : Unconfirmed(snapshot, position, plan, moment), next, !confirmed);
    }

    /// <summary>A position as the rules see it.</summary>
    public static PositionSnapshot Snapshot(Position position, Quote? quote, QuoteQuality quality, TimeSpan? wideFor)
    {
        var isLong = position.Side == PositionSide.Long;
        var closing = isLong ? quote?.Bid : -quote?.Ask;
        var mid = isLong ? quote?.Mid : -quote?.Mid;
        return new PositionSnapshot(position.EntryValue, closing, mid, quality, wideFor);
    }

    // While a stop waits for its confirmation the other rules still speak.
    private static ExitDecision Unconfirmed(in PositionSnapshot snapshot, Position position, ExitPlan plan, MarketMoment moment) =>
        ExitPolicy.Decide(snapshot, plan, rule => rule == ExitReason.StopLoss || position.IsSilenced(rule, moment.Now));

    private static PositionMark NextMark(
        PositionMark mark, Quote? quote, QuoteQuality quality, DateTimeOffset now, in ExitDecision decision, in ExitDecision stop)
    {
        bool? agreed = stop.Kind switch
        {
            DecisionKind.Close => true,
            DecisionKind.Hold => false,
            DecisionKind.Undecided => null,
        };
        var evaluation = new Evaluation(now, decision.Kind, decision.Reason, decision.Value, decision.Threshold, quality, agreed);
        var undecided = decision.Kind == DecisionKind.Undecided;
        var kept = IsRepeated(mark.Quote, quote) ? mark.Quote : quote;
        return mark with
        {
            Quote = kept,
            Quality = quality,
            Evaluations = IsNews(mark, kept, evaluation) ? [.. mark.Evaluations.TakeLast(PositionMark.Kept - 1), evaluation] : mark.Evaluations,
            UndecidedSince = undecided ? mark.UndecidedSince ?? now : null,
            UndecidedToldAt = undecided ? mark.UndecidedToldAt : null,
            ToldReason = decision.Kind == DecisionKind.Close ? mark.ToldReason : null,
        };
    }

    // Feeds stamp unchanged prices anew all the time: that alone is no reason to write.
    private static bool IsRepeated(Quote? known, Quote? quote) =>
        known is not null && quote is not null
        && known.Bid == quote.Bid && known.Ask == quote.Ask
        && quote.At - known.At < QuoteJudge.FreshFor;

    // A firing rule is recorded at each reading, because readings confirm it; anything else only when it changed.
    private static bool IsNews(PositionMark mark, Quote? quote, Evaluation evaluation) =>
        mark.Evaluations is not [.., var last]
        || evaluation.StopAgreed == true
        || quote != mark.Quote
        || last with { At = evaluation.At } != evaluation;
}
