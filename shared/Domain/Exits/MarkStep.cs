using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Sessions;

namespace ExitDesk.Domain.Exits;

/// <summary>What one reading makes of a mark.</summary>
internal static class MarkStep
{
    /// <summary>The mark as it becomes; the same one if nothing worth keeping changed.</summary>
    public static PositionMark Next(PositionMark mark, in Reading reading, MarketMoment moment)
    {
        var openAt = moment.Session!.OpenAt;
        var undecided = reading.Decision.Kind == DecisionKind.Undecided;
        var kept = IsRepeated(mark.Quote, reading.Quote) ? mark.Quote : reading.Quote;
        var isNews = IsNews(mark, kept, reading, moment.Now);
        var (best, bestOnce) = (mark.Best, mark.BestSeenOnce);
        var (worst, worstOnce) = (mark.Worst, mark.WorstSeenOnce);
        if (reading.Market is { Quality: QuoteQuality.Usable, ClosingValue: { } value })
        {
            (best, bestOnce) = WaterMarkStep.Next(best, bestOnce, value, 1, moment);
            (worst, worstOnce) = WaterMarkStep.Next(worst, worstOnce, value, -1, moment);
        }

        // A night is no patience: what was undecided at yesterday's close begins anew at the open.
        var since = undecided ? OfThisSession(mark.UndecidedSince, openAt) ?? moment.Now : (DateTimeOffset?)null;
        var toldAt = undecided ? OfThisSession(mark.UndecidedToldAt, openAt) : null;
        var told = Remaining(mark.ToldRules, reading.Recovered);
        var isSame = !isNews && ReferenceEquals(kept, mark.Quote) && mark.Quality == reading.Market.Quality
            && ReferenceEquals(best, mark.Best) && ReferenceEquals(worst, mark.Worst)
            && ReferenceEquals(bestOnce, mark.BestSeenOnce) && ReferenceEquals(worstOnce, mark.WorstSeenOnce) && mark.WideSince == reading.WideSince
            && mark.UndecidedSince == since && mark.UndecidedToldAt == toldAt && ReferenceEquals(told, mark.ToldRules);
        return isSame
            ? mark
            : mark with
            {
                Quote = kept,
                Quality = reading.Market.Quality,
                Evaluations = isNews ? Append(mark.Evaluations, reading.At(moment.Now)) : mark.Evaluations,
                WideSince = reading.WideSince,
                UndecidedSince = since,
                UndecidedToldAt = toldAt,
                ToldRules = told,
                Best = best,
                Worst = worst,
                BestSeenOnce = bestOnce,
                WorstSeenOnce = worstOnce,
            };
    }

    private static DateTimeOffset? OfThisSession(DateTimeOffset? at, DateTimeOffset openAt) => at < openAt ? null : at;

    // Of a rule that recovered the owner is told anew, whatever else goes on firing.
    private static IReadOnlyList<ToldRule> Remaining(IReadOnlyList<ToldRule> told, RuleSet recovered) =>
        recovered.IsEmpty ? told : Without(told, recovered);

    // Apart, because what a lambda captures is allocated wherever its method begins.
    private static IReadOnlyList<ToldRule> Without(IReadOnlyList<ToldRule> told, RuleSet recovered) =>
        [.. told.Where(one => !recovered.Contains(one.Rule))];

    // Feeds stamp unchanged prices anew all the time: that alone is no reason to write.
    private static bool IsRepeated(Quote? known, Quote? quote) =>
        ReferenceEquals(known, quote)
        || (known is not null && quote is not null
            && known.Bid == quote.Bid && known.Ask == quote.Ask
            && quote.At - known.At < QuoteJudge.FreshFor);

    // A firing stop is recorded at each reading, because readings confirm it; anything else only when it changed.
    private static bool IsNews(PositionMark mark, Quote? quote, in Reading reading, DateTimeOffset now)
    {
        if (mark.Evaluations is not { Count: > 0 and var count })
        {
            return true;
        }

        var last = mark.Evaluations[count - 1];
        if (reading.StopAgreed == true || reading.TrailingAgreed == true)
        {
            return (reading.StopAgreed == true && last.StopAgreed != true)
                || (reading.TrailingAgreed == true && last.TrailingAgreed != true)
                || now - last.At >= Confirmation.Apart;
        }

        return !ReferenceEquals(quote, mark.Quote) || !reading.IsAs(last);
    }

    // Readings in a row that cannot confirm anything take one place: they must not push out those that can.
    private static Evaluation[] Append(IReadOnlyList<Evaluation> known, Evaluation evaluation) =>
        known is [.., var last] && ConfirmsNothing(last) && ConfirmsNothing(evaluation)
            ? [.. known.SkipLast(1), evaluation with { At = last.At }]
            : [.. known.TakeLast(PositionMark.Kept - 1), evaluation];

    private static bool ConfirmsNothing(Evaluation evaluation) =>
        evaluation is { StopAgreed: null, TrailingAgreed: null } && evaluation.Quality != QuoteQuality.Usable;

    /// <summary>What was just read.</summary>
    internal readonly record struct Reading(
        Quote? Quote, StructureMarket Market, DateTimeOffset? WideSince, ExitDecision Decision, bool? StopAgreed, bool? TrailingAgreed)
    {
        /// <summary>Rules of which the owner was told long ago and that hold now.</summary>
        public RuleSet Recovered { get; init; }

        public Evaluation At(DateTimeOffset now) =>
            new(now, Decision.Kind, Decision.Reason, Decision.Value, Decision.Threshold, Market.Quality, StopAgreed, TrailingAgreed);

        public bool IsAs(Evaluation last) =>
            last.Kind == Decision.Kind && last.Reason == Decision.Reason && last.Value == Decision.Value && last.Threshold == Decision.Threshold
            && last.Quality == Market.Quality && last.StopAgreed == StopAgreed && last.TrailingAgreed == TrailingAgreed;
    }
}
