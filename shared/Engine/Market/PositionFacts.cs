using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Market;

/// <summary>What the rules need to know of one position, from what a cycle read.</summary>
public sealed class PositionFacts(ExitPlanBook plans, UnderlyingTape tape)
{
    /// <summary>Quotes of the legs that a close trades, in their order.</summary>
    public LegQuote[] LegsOf(Position position, MarketView view)
    {
        var legs = position.Structure.ClosingLegs;
        var quotes = new LegQuote[legs.Count];
        for (var i = 0; i < quotes.Length; i++)
        {
            var snapshot = view.Options.GetValueOrDefault(legs[i].Symbol);
            var moved = snapshot?.Quote is { } quote && QuoteJudge.CountsMoves(quote, view.Moment.Now) ? tape.MovedSince(position.Underlying, quote.At) : null;
            quotes[i] = new LegQuote(snapshot?.Quote, moved, snapshot?.Greeks?.Delta);
        }

        return quotes;
    }

    /// <summary>The expiry ladder's view of it.</summary>
    public ExpiryAssessment AssessmentOf(Position position, MarketView view)
    {
        if (position.Structure.NearestExpiration != view.Moment.Session!.Date)
        {
            return ExpiryAssessment.NotExpiring;
        }

        var legs = position.Structure.ClosingLegs
            .Where(leg => leg.Contract is not null)
            .Select(leg => new ExpiringLeg(leg.Contract!, view.Options.GetValueOrDefault(leg.Symbol)?.ImpliedVolatility))
            .ToList();
        return ExpiryLadder.Assess(legs, PriceOf(position, view), view.Moment, plans.Expiry);
    }

    /// <summary>Everything else.</summary>
    public static ExitFacts Of(Position position, in ExpiryAssessment assessment, MarketView view, DeskSwitches switches)
    {
        var moment = view.Moment;
        var deadlineAt = assessment.IsExpiring ? assessment.DeadlineAt : moment.Session!.CloseAt;
        DateOnly? enteredOn = position.OpenedAt is { } openedAt ? view.Days.DateAt(openedAt) ?? NewYork.DateOf(openedAt) : null;
        return new ExitFacts(
            new UnderlyingFacts(PriceOf(position, view), position.UnderlyingEntryPrice, PositionDirection.Of(position.Structure)),
            PositionTiming.Of(position, moment, view.NewYorkTime, deadlineAt, enteredOn, view.Days),
            view.Dividends?.Of(position.Underlying),
            new LadderDemand(
                Demanded(position, assessment, moment), assessment.Moneyness.Value, assessment.Threshold ?? 0, assessment.IsUndecided, assessment.Risk.Score),
            switches.Mode == TradingMode.Emergency);
    }

    /// <summary>The price of its underlying; null if unknown, or not asked for.</summary>
    public static UnderlyingPrice? UnderlyingOf(Position position, MarketView view) =>
        view.Underlyings.TryGetValue(position.Underlying, out var price) ? price : null;

    // The owner may skip T-5, and nothing later: no silence reaches a rung that closes at once.
    private static Urgency? Demanded(Position position, in ExpiryAssessment assessment, MarketMoment moment) =>
        assessment.Urgency == Urgency.Fast && position.IsSilenced(ExitReason.ExerciseRisk, moment.Now) ? null : assessment.Urgency;

    private static decimal? PriceOf(Position position, MarketView view) => UnderlyingOf(position, view)?.Price;
}
