namespace ExitDesk.Domain.Exits;

/// <summary>Closes a day trade before the session ends for its contract.</summary>
public static class DayTradeClose
{
    /// <summary>Judges one position. Deterministic, no I/O, never throws for a valid snapshot.</summary>
    public static ExitDecision Evaluate(in PositionSnapshot position, DayTradeClosePlan plan)
    {
        if (!plan.Enabled)
        {
            return ExitDecision.Hold;
        }

        var timing = position.Timing;
        if (!timing.IsKnown)
        {
            return ExitDecision.Undecided(ExitReason.DayTradeClose, "the time is not known");
        }

        var firesAt = FiresAt(timing, plan);
        return timing.Now >= firesAt
            ? ExitDecision.Close(ExitReason.DayTradeClose, plan.Urgency, Minutes(timing, timing.Now), Minutes(timing, firesAt))
            : ExitDecision.Hold;
    }

    /// <summary>UTC; the earliest of the plan's New York time, and its span before the close and before the deadline.</summary>
    public static DateTimeOffset FiresAt(in TimingFacts timing, DayTradeClosePlan plan)
    {
        var byClock = timing.Now + (plan.Latest.ToTimeSpan() - timing.NewYorkTime.ToTimeSpan());
        var byEnd = timing.LastExitAt - plan.Before;
        return byClock < byEnd ? byClock : byEnd;
    }

    /// <summary>Minutes from an instant to the last exit.</summary>
    public static decimal Minutes(in TimingFacts timing, DateTimeOffset at) => (decimal)(timing.LastExitAt - at).Ticks / TimeSpan.TicksPerMinute;
}
