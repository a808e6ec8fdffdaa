using ExitDesk.Simulator.Desk;
using ExitDesk.Simulator.Scenarios;

namespace ExitDesk.Simulator.Run;

/// <summary>
/// Plays days in lock-step: moves the market to the next thing that happens, runs the timers that are due, waits until the
/// function app is quiet, and goes on. A speed only adds waiting; what happens is the same at any speed. Nights are jumped over.
/// </summary>
public sealed class DayRunner(Rig rig, double? speed, DayWatch watch)
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan HangStep = TimeSpan.FromSeconds(1);

    private readonly Quiet _quiet = new(rig);
    private readonly Queue<Opening> _openings = new(rig.Scenario.Openings);
    private readonly Queue<ScriptedAct> _acts = new(rig.Scenario.Acts);
    private readonly Pace _pace = new(rig.Time, speed);

    /// <summary>Plays to the end of the last day, and of the night that settles what expired on it.</summary>
    /// <exception cref="DeskStartException">The function app ended by itself and could not be started again.</exception>
    /// <exception cref="OpeningException">A listed position had no price at its time.</exception>
    public Task RunAsync(CancellationToken cancellationToken) => RunUntilAsync(rig.Timetable.End, cancellationToken);

    /// <summary>
    /// Plays on until a market time, so that something can be done in the middle of a day. What came in meanwhile, such as
    /// a press of a button, is brought to its end before the market moves; a time that is past does only that.
    /// </summary>
    /// <exception cref="DeskStartException">The function app ended by itself and could not be started again.</exception>
    /// <exception cref="OpeningException">A listed position had no price at its time.</exception>
    public async Task RunUntilAsync(DateTimeOffset end, CancellationToken cancellationToken)
    {
        HappenDue();
        await SettleDownAsync(cancellationToken).ConfigureAwait(false);
        while (rig.Clock.Now < end)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await MoveAsync(end, cancellationToken).ConfigureAwait(false);
            watch.Arrived();
            await rig.Outages.ArriveAsync(cancellationToken).ConfigureAwait(false);
            HappenDue();
            await RunDueAsync(cancellationToken).ConfigureAwait(false);
            await SettleDownAsync(cancellationToken).ConfigureAwait(false);
            await rig.Loss.ConsiderAsync(cancellationToken).ConfigureAwait(false);
            watch.Moved();
        }
    }

    private async Task MoveAsync(DateTimeOffset end, CancellationToken cancellationToken)
    {
        var next = new[] { end, rig.Timetable.Next(rig.Clock.Now), NextMessage(), NextHappening() ?? end, NextOutage() }.Min();
        if (rig.WaitingCalls > 0)
        {
            next = new[] { next, rig.Clock.Now + HangStep }.Min();
        }

        if (rig.Timetable.IsJump(rig.Clock.Now, next))
        {
            rig.Clock.AdvanceTo(next);
            _pace.Restart();
            return;
        }

        // While paced the clock moves in small frames, so that quotes and fills move like a market and not like slides.
        while (speed is { } pace && next - rig.Clock.Now > Frame * pace)
        {
            rig.Clock.AdvanceTo(rig.Clock.Now + (Frame * pace));
            await _pace.WaitAsync(rig.Clock.Now, cancellationToken).ConfigureAwait(false);
            watch.Moved();
        }

        await _pace.WaitAsync(next, cancellationToken).ConfigureAwait(false);
        rig.Clock.AdvanceTo(next);
    }

    private DateTimeOffset NextMessage() => rig.Queues.NextVisibleAt is { } at && at > rig.Clock.Now ? at : DateTimeOffset.MaxValue;

    private DateTimeOffset NextOutage() => rig.Outages.NextAt is { } at && at > rig.Clock.Now ? at : DateTimeOffset.MaxValue;

    private DateTimeOffset? NextHappening() => (_openings.TryPeek(out var opening), _acts.TryPeek(out var act)) switch
    {
        (true, true) => opening!.OpenedAt < act!.At ? opening.OpenedAt : act.At,
        (true, false) => opening!.OpenedAt,
        (false, true) => act!.At,
        (false, false) => null,
    };

    private void HappenDue()
    {
        while (_openings.TryPeek(out var opening) && opening.OpenedAt <= rig.Clock.Now)
        {
            _openings.Dequeue();
            watch.Opened(opening, Open(opening));
        }

        while (_acts.TryPeek(out var act) && act.At <= rig.Clock.Now)
        {
            _acts.Dequeue();
            act.Do(rig.Venue);
            watch.Acted(act);
        }
    }

    private decimal Open(Opening opening)
    {
        try
        {
            return rig.Venue.OpenPosition(opening.Symbol, opening.Quantity, opening.EntryPrice, opening.OpenedAt, opening.InHistory);
        }
        catch (ArgumentException problem)
        {
            throw new OpeningException(opening, problem);
        }
    }

    private async Task RunDueAsync(CancellationToken cancellationToken)
    {
        foreach (var timer in rig.Timetable.DueAt(rig.Clock.Now))
        {
            if (timer == Schedule.Sweep)
            {
                watch.SweepBegins();
                rig.Kills.OnSweep();
            }

            await Task.WhenAll(rig.Desks.Select(desk => desk.Host.RunTimerAsync(timer, cancellationToken))).ConfigureAwait(false);
            await SettleDownAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task SettleDownAsync(CancellationToken cancellationToken)
    {
        await _quiet.WaitAsync(cancellationToken).ConfigureAwait(false);
        while (rig.Desks.Any(desk => desk.HasExited))
        {
            foreach (var desk in rig.Desks.Where(desk => desk.HasExited))
            {
                await desk.RestartAsync(cancellationToken).ConfigureAwait(false);
                rig.Queues.ReleaseLocks();
                watch.Restarted();
            }

            await _quiet.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
