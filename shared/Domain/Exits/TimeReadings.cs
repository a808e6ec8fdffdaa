using ExitDesk.Domain.Sessions;

namespace ExitDesk.Domain.Exits;

/// <summary>Readings of the rules that time fires.</summary>
internal static class TimeReadings
{
    public static RuleReading DayTrade(in PositionSnapshot position, DayTradeClosePlan plan)
    {
        var timing = position.Timing;
        DateTimeOffset? firesAt = timing.IsKnown ? DayTradeClose.FiresAt(timing, plan) : null;
        return Reading(
            ExitReason.DayTradeClose, plan,
            timing.IsKnown ? DayTradeClose.Minutes(timing, timing.Now) : null,
            firesAt is { } at ? DayTradeClose.Minutes(timing, at) : null,
            firesAt, DayTradeClose.Evaluate(position, plan));
    }

    public static RuleReading Expiration(in PositionSnapshot position, ExpirationRiskPlan plan, IReadOnlyList<Session> upcoming)
    {
        var left = position.Timing.TradingDaysLeft;
        var applies = left is not null && !(position.Timing.TradingDaysAtEntry <= plan.TradingDays);
        return Reading(
            ExitReason.ExpirationRisk, plan, left, plan.TradingDays,
            applies ? OpenOf(upcoming, left!.Value - plan.TradingDays) : null, ExpirationRisk.Evaluate(position, plan));
    }

    public static RuleReading Days(in PositionSnapshot position, DaysToExpirationPlan plan, IReadOnlyList<Session> upcoming)
    {
        var left = position.Timing.DaysLeft;
        var applies = left is not null && !(position.Timing.DaysAtEntry <= plan.Days);
        return Reading(
            ExitReason.DaysToExpiration, plan, left, plan.Days,
            applies ? FirstOpenFrom(upcoming, left!.Value - plan.Days) : null, DaysToExpiration.Evaluate(position, plan));
    }

    public static RuleReading Held(in PositionSnapshot position, MaxHoldPlan plan, IReadOnlyList<Session> upcoming)
    {
        var held = plan.InTradingMinutes ? position.Timing.TradingMinutesHeld : position.Timing.DaysHeld;
        var firesAt = held is not { } known ? null
            : plan.InTradingMinutes ? AfterTrading(position.Timing.Now, plan.Limit - known, upcoming) : FirstOpenFrom(upcoming, plan.Limit - known);
        return Reading(ExitReason.MaxHold, plan, held, plan.Limit, firesAt, MaxHold.Evaluate(position, plan));
    }

    private static RuleReading Reading(
        ExitReason rule, RulePlan plan, decimal? value, decimal? threshold, DateTimeOffset? firesAt, ExitDecision decision) =>
        new(rule, plan.Enabled, value, threshold, null, null, decision) { FiresAtTime = firesAt };

    private static DateTimeOffset? OpenOf(IReadOnlyList<Session> upcoming, int sessions) =>
        Math.Max(sessions, 0) is var index && index < upcoming.Count ? upcoming[index].OpenAt : null;

    private static DateTimeOffset? FirstOpenFrom(IReadOnlyList<Session> upcoming, int days) =>
        upcoming.Count == 0 ? null : upcoming.FirstOrDefault(session => session.Date >= upcoming[0].Date.AddDays(Math.Max(days, 0)))?.OpenAt;

    private static DateTimeOffset? AfterTrading(DateTimeOffset now, int minutes, IReadOnlyList<Session> upcoming)
    {
        var left = TimeSpan.FromMinutes(Math.Max(minutes, 0));
        foreach (var session in upcoming)
        {
            var from = now > session.OpenAt ? now : session.OpenAt;
            if (from + left <= session.CloseAt)
            {
                return from + left;
            }

            left -= from < session.CloseAt ? session.CloseAt - from : TimeSpan.Zero;
        }

        return null;
    }
}
