using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Positions;
using ExitDesk.Simulation.Tests.Plans;
using ExitDesk.Simulation.Tests.World;

namespace ExitDesk.Simulation.Tests.Days;

/// <summary>Plays one day from before its open to the morning after, and judges it at every step.</summary>
internal sealed class DayRun
{
    /// <summary>How long the desk gets, undisturbed, to finish before the next stretch of the day.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(12);

    private readonly DayPlan _plan;
    private readonly DayWorld _world;
    private readonly WorldEvents _events;
    private readonly DeskTimers _timers;

    private DayRun(DayPlan plan, CloseGuards guards)
    {
        _plan = plan;
        _world = new DayWorld(plan, guards);
        _timers = new DeskTimers(_world);
        _events = new WorldEvents(_world);
    }

    public static DayResult Play(DayPlan plan, CloseGuards guards)
    {
        // A test runner's context would take continuations away from the loop's thread.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return new DayRun(plan, guards).Play();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    public static DayResult Play(long seed) => Play(DayPlanner.Of(seed), CloseProtocol.Guards);

    private bool IsBroken => _world.Watch.Violation is not null;

    private DayResult Play()
    {
        _events.Open();
        RunTo(_plan.Day.Open.AddMinutes(-8), timers: true);
        foreach (var window in _plan.Windows)
        {
            RunTo(window.From, timers: false);
            RunTo(window.To, timers: true);
            Settle();
        }

        EndDay();
        if (!IsBroken)
        {
            _world.Watch.End();
        }

        _world.CountVenueFaults();
        return new DayResult(_plan, _world.Watch.Violation, _world.Faults.Bitten, _world.Loop.Steps, _world.Timeline);
    }

    // Night falls, the history of the night appears, and what waited for the open gets its time.
    private void EndDay()
    {
        _events.Calm();
        Settle();
        RunTo(_plan.Day.Close.AddMinutes(1), timers: false);
        RunTo(_plan.Day.Close.AddMinutes(4), timers: true);
        RunTo(_plan.Next.Open.AddMinutes(-30), timers: false);
        RunTo(_plan.Next.Open.AddMinutes(-26), timers: true);
        if (HasWork())
        {
            RunTo(_plan.Next.Open.AddSeconds(-30), timers: false);
            RunTo(_plan.Next.Open.AddMinutes(3), timers: true);
            Settle();
            Settle();
        }

        // What reads do not list is taken apart, or ended, by the syncs that follow.
        if (_world.Ledger.Mirror.Positions.Values.Any(position => position.Status.IsLive() && (position.MissingReads > 0 || position.ShrunkSince is not null)))
        {
            RunTo(_world.Loop.Now.AddMinutes(4), timers: true);
        }

        // The history of the night is asked for every few minutes.
        if (_world.Ledger.Mirror.Positions.Values.Any(position => position.Unexplained.Count > 0))
        {
            RunTo(_world.Loop.Now.AddMinutes(11), timers: true);
        }
    }

    // What is under way when a stretch of the day ends is not left to a jump of the clock.
    private void Settle()
    {
        var until = _world.Loop.Now + Patience;
        while (!IsBroken && _world.Loop.Now < until && IsBusy())
        {
            RunTo(_world.Loop.Now.AddSeconds(15), timers: true);
        }
    }

    private bool IsBusy() => HasWork() && _world.Venue.Sessions.IsOpen(_world.Loop.Now);

    private bool HasWork() => _world.Ledger.Mirror.Closings.Values.Any(closing => closing.End is null)
        || _world.Ledger.Mirror.Entries.Values.Any(entry => entry.End is null)
        || _world.Ledger.Mirror.Outbox.Count > 0;

    private void RunTo(DateTimeOffset until, bool timers)
    {
        if (!IsBroken && until > _world.Loop.Now)
        {
            _timers.Set(timers);
            _world.Loop.RunTo(until, () => IsBroken);
        }
    }
}
