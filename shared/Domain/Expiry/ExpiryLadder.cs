using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Pricing;
using ExitDesk.Domain.Sessions;

namespace ExitDesk.Domain.Expiry;

/// <summary>Keeps contracts from being exercised: the nearer the broker's cut-off, the less is left alone.</summary>
/// <remarks>
/// Preventing exercise wins over false alarms: what is unknown at T-2, and whatever is adjusted, counts as in the money. Sides
/// do not matter: a long contract is exercised where a short one is assigned.
/// </remarks>
public static class ExpiryLadder
{
    /// <summary>Assesses one contract. Pure, total, and without allocation.</summary>
    /// <param name="contract">Any contract.</param>
    /// <param name="underlying">USD per share, as <see cref="UnderlyingPrice.Choose"/> found it; null if unknown.</param>
    /// <param name="volatility">Implied, a yearly fraction; null, zero or less if unknown.</param>
    /// <param name="moment">The broker's clock; without a session today nothing expires.</param>
    /// <param name="settings">Rungs and thresholds.</param>
    public static ExpiryAssessment Assess(
        OptionContract contract, decimal? underlying, decimal? volatility, MarketMoment moment, ExpirySettings settings)
    {
        if (moment.Session is not { } session || contract.Expiration != session.Date)
        {
            return ExpiryAssessment.NotExpiring;
        }

        var deadline = ExpiryDeadline.Of(contract, session, settings);
        var until = deadline.Until(moment.Now);
        var known = volatility > 0 ? volatility : null;
        var moneyness = Moneyness.Of(contract, underlying);
        var near = ExpiryThreshold.Near(known, deadline.CloseAt - deadline.At, settings);
        var rung = RungAt(until, settings);
        // After the close no order is taken: what remains is the broker's doing.
        var (action, threshold) = moment.Now < deadline.CloseAt ? Answer(rung, moneyness, near, settings) : (ExpiryAction.Nothing, null);
        var risk = ExpiryRisk.Of(moneyness, rung, ExpiryThreshold.OfRisk(rung, near, settings), until, known);
        var probability = moneyness.State == MoneynessState.Known && known is { } sigma
            ? ProbabilityInTheMoney.Of(contract.Right, underlying!.Value, contract.Strike, TradingYear.Of(deadline.CloseAt - moment.Now), sigma)
            : (decimal?)null;
        return new(contract, rung, action, moneyness, threshold, risk, probability, near, deadline.At, until);
    }

    /// <summary>Assesses a structure: its legs one by one; the most urgent answers, of those the deepest in the money.</summary>
    /// <param name="legs">Option legs of one underlying, in any order.</param>
    public static ExpiryAssessment Assess(
        IReadOnlyList<ExpiringLeg> legs, decimal? underlying, MarketMoment moment, ExpirySettings settings)
    {
        var answer = ExpiryAssessment.NotExpiring;
        for (var i = 0; i < legs.Count; i++)
        {
            var leg = Assess(legs[i].Contract, underlying, legs[i].ImpliedVolatility, moment, settings);
            if (leg.IsExpiring && (!answer.IsExpiring || IsWorse(leg, answer)))
            {
                answer = leg;
            }
        }

        return answer;
    }

    /// <summary>A rung begins at exactly its time.</summary>
    public static ExpiryRung RungAt(TimeSpan untilDeadline, ExpirySettings settings)
    {
        if (untilDeadline <= TimeSpan.Zero)
        {
            return ExpiryRung.PastDeadline;
        }

        if (untilDeadline <= settings.CloseNowFrom)
        {
            return ExpiryRung.CloseNow;
        }

        if (untilDeadline <= settings.CloseFastFrom)
        {
            return ExpiryRung.CloseFast;
        }

        return untilDeadline <= settings.WatchFrom ? ExpiryRung.Watch : ExpiryRung.None;
    }

    private static bool IsWorse(in ExpiryAssessment leg, in ExpiryAssessment than) =>
        leg.Action == than.Action ? leg.Moneyness.IsAbove(than.Moneyness) : leg.Action > than.Action;

    private static (ExpiryAction Action, decimal? Threshold) Answer(ExpiryRung rung, Moneyness moneyness, decimal near, ExpirySettings settings)
    {
        if (moneyness.State == MoneynessState.Unknown && rung < ExpiryRung.CloseNow)
        {
            return (WhenUnknown(rung), null);
        }

        var depth = moneyness.Value ?? decimal.MaxValue;
        var isNear = rung >= ExpiryRung.CloseNow && depth >= -near;
        if (isNear || (rung >= ExpiryRung.CloseFast && depth > settings.CloseFastAbove))
        {
            return (Closing(rung), isNear ? -near : settings.CloseFastAbove);
        }

        if (rung >= ExpiryRung.CloseFast && depth >= settings.NamedFrom)
        {
            return (ExpiryAction.NameEachCycle, settings.NamedFrom);
        }

        return rung >= ExpiryRung.Watch && depth >= settings.CardFrom
            ? (ExpiryAction.Card, settings.CardFrom)
            : (ExpiryAction.Nothing, null);
    }

    private static ExpiryAction Closing(ExpiryRung rung) => rung switch
    {
        ExpiryRung.None or ExpiryRung.Watch => ExpiryAction.Card,
        ExpiryRung.CloseFast => ExpiryAction.CloseFast,
        ExpiryRung.CloseNow => ExpiryAction.CloseImmediately,
        ExpiryRung.PastDeadline => ExpiryAction.TryPastDeadline,
    };

    // Before T-2 a missing price closes nothing, but the owner hears of it.
    private static ExpiryAction WhenUnknown(ExpiryRung rung) => rung switch
    {
        ExpiryRung.None => ExpiryAction.Nothing,
        ExpiryRung.Watch => ExpiryAction.Card,
        ExpiryRung.CloseFast or ExpiryRung.CloseNow or ExpiryRung.PastDeadline => ExpiryAction.NameEachCycle,
    };
}
