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
        mark = OfThisSession(mark, moment.Session.OpenAt);
        var wideSince = WideSince(mark, quality, moment.Now);
        var snapshot = Snapshot(position, quote, quality, quality == QuoteQuality.Wide ? moment.Now - wideSince : null);
        var stop = StopLoss.Evaluate(snapshot, plan.StopLoss);
        var isDeep = StopLoss.IsDeep(stop);

        // The owner's silence is about the loss that was shown: a stop far beyond its limit speaks again.
        var silenced = position.SilencedRules(moment.Now);
        var decision = ExitPolicy.Decide(
            snapshot, plan, new DecisionContext(IsEmergency: false, isDeep ? silenced.Without(ExitReason.StopLoss) : silenced));
        var confirmed = decision is not { Kind: DecisionKind.Close, Reason: ExitReason.StopLoss }
            || Confirmation.IsConfirmed(mark.Evaluations, moment, isDeep, snapshot.HasZeroBid);
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

    // A night is no patience: what was wide or undecided at yesterday's close begins anew at the open.
    private static PositionMark OfThisSession(PositionMark mark, DateTimeOffset openAt) => mark with
    {
        WideSince = mark.WideSince < openAt ? null : mark.WideSince,
        UndecidedSince = mark.UndecidedSince < openAt ? null : mark.UndecidedSince,
        UndecidedToldAt = mark.UndecidedToldAt < openAt ? null : mark.UndecidedToldAt,
    };

    // In a crash wide quotes come mixed with crossed, one-sided and stale ones: only a usable quote ends the wait.
    private static DateTimeOffset? WideSince(PositionMark mark, QuoteQuality quality, DateTimeOffset now) => quality switch
    {
        QuoteQuality.Usable => null,
        QuoteQuality.Wide => mark.WideSince ?? now,
        QuoteQuality.Missing or QuoteQuality.Stale or QuoteQuality.Crossed or QuoteQuality.OneSided => mark.WideSince,
    };

    // While a stop waits for its confirmation the other rules still speak.
    private static ExitDecision Unconfirmed(in PositionSnapshot snapshot, Position position, ExitPlan plan, MarketMoment moment) =>
        ExitPolicy.Decide(snapshot, plan, new DecisionContext(IsEmergency: false, position.SilencedRules(moment.Now).With(ExitReason.StopLoss)));

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
            Evaluations = IsNews(mark, kept, evaluation) ? Append(mark.Evaluations, evaluation) : mark.Evaluations,
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

    // A firing stop is recorded at each reading, because readings confirm it; anything else only when it changed.
    private static bool IsNews(PositionMark mark, Quote? quote, Evaluation evaluation) =>
        mark.Evaluations is not [.., var last]
        || (evaluation.StopAgreed == true
            ? last.StopAgreed != true || evaluation.At - last.At >= Confirmation.Apart
            : quote != mark.Quote || last with { At = evaluation.At } != evaluation);

    // Readings in a row that cannot confirm anything take one place: they must not push out those that can.
    private static IReadOnlyList<Evaluation> Append(IReadOnlyList<Evaluation> known, Evaluation evaluation)
    {
        return known is [.., { StopAgreed: null } last] && evaluation.StopAgreed is null
            ? [.. known.SkipLast(1), evaluation with { At = last.At }]
            : [.. known.TakeLast(PositionMark.Kept - 1), evaluation];
    }
}
