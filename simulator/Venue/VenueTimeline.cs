namespace ExitDesk.Simulator.Venue;

/// <summary>Moves the broker through market time in order, whatever the size of the clock's steps.</summary>
/// <remarks>
/// Resting orders are looked at on each whole second, so that a day played in large steps fills like one played in small
/// ones.
/// </remarks>
internal sealed class VenueTimeline(VenueState state, Matching matching, DateTimeOffset start)
{
    private static readonly TimeSpan Evening = TimeSpan.FromHours(4);

    private DateTimeOffset _at = start;

    /// <summary>Plans what each covered session brings by itself.</summary>
    public void Plan(
        Liquidation liquidation, Settlement settlement, OwnerActions owner, CorporateDesk corporate, EarlyAssignment assignment)
    {
        var expirations = new ExpirationTimes(state.Options.BroadBasedEtfs);
        foreach (var day in state.Market.Days.Where(day => day.Close > _at))
        {
            foreach (var action in state.Market.Actions.Where(action => action.ExDate == day.Date))
            {
                PlanFuture(day.Open, at => corporate.Apply(action, at));
            }

            foreach (var underlying in state.Market.Underlyings)
            {
                PlanFuture(expirations.Liquidation(underlying, day), at => liquidation.Liquidate(day, underlying, at));
            }

            for (var at = day.Open.AddMinutes(10); at < day.Close.AddHours(-1); at = at.AddMinutes(5))
            {
                PlanFuture(at, owner.Consider);
            }

            // One second later, so that the day's orders have expired.
            PlanFuture(day.Close.AddSeconds(1), at => settlement.Settle(day, at));
            PlanFuture(day.Close + Evening, at => assignment.Consider(day, at));
        }
    }

    public void AdvanceTo(DateTimeOffset now)
    {
        while (NextMoment() is { } next && next <= now)
        {
            _at = next;
            state.Agenda.RunDue(next);
            if (next.Ticks % TimeSpan.TicksPerSecond == 0)
            {
                matching.LookAtAll(next);
            }
        }

        _at = now > _at ? now : _at;
    }

    private void PlanFuture(DateTimeOffset at, Action<DateTimeOffset> action)
    {
        if (at > _at)
        {
            state.Agenda.Plan(at, action);
        }
    }

    private DateTimeOffset? NextMoment()
    {
        var planned = state.Agenda.NextAt;
        if (!state.Orders.AnyLive)
        {
            return planned;
        }

        var second = _at.AddTicks(TimeSpan.TicksPerSecond - (_at.Ticks % TimeSpan.TicksPerSecond));
        if (!state.Sessions.IsOpen(second))
        {
            return planned;
        }

        return planned < second ? planned : second;
    }
}
