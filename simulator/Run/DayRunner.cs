using ExitDesk.Simulator.Desk;
using ExitDesk.Simulator.Scenarios;

namespace ExitDesk.Simulator.Run;

/// <summary>
/// Plays a day in lock-step: moves the market to the next thing that happens, runs the timers that are due, waits until the
/// function app is quiet, and goes on. A speed only adds waiting; what happens is the same at any speed.
/// </summary>
public sealed class DayRunner(Rig rig, double? speed, DayWatch watch)
{
    /// <summary>How long after the close the day ends: questions lapse, receipts arrive.</summary>
    public static readonly TimeSpan Tail = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan HangStep = TimeSpan.FromSeconds(1);

    private readonly Quiet _quiet = new(rig);
    private readonly Queue<Opening> _openings = new(rig.Scenario.Openings);
    private readonly Pace _pace = new(rig.Time, speed);

    /// <summary>Plays to the end of the day.</summary>
    /// <exception cref="DeskStartException">The function app ended by itself and could not be started again.</exception>
    /// <exception cref="OpeningException">A listed position had no price at its time.</exception>
    public Task RunAsync(CancellationToken cancellationToken) => RunUntilAsync(rig.Scenario.Day.Close + Tail, cancellationToken);

    /// <summary>
    /// Plays on until a market time, so that something can be done in the middle of a day. What came in meanwhile, such as
    /// a press of a button, is brought to its end before the market moves; a time that is past does only that.
    /// </summary>
    /// <exception cref="DeskStartException">The function app ended by itself and could not be started again.</exception>
    /// <exception cref="OpeningException">A listed position had no price at its time.</exception>
    public async Task RunUntilAsync(DateTimeOffset end, CancellationToken cancellationToken)
    {
        OpenDue();
        await SettleDownAsync(cancellationToken).ConfigureAwait(false);
        while (rig.Clock.Now < end)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await MoveAsync(end, cancellationToken).ConfigureAwait(false);
            OpenDue();
            await RunDueAsync(cancellationToken).ConfigureAwait(false);
            await SettleDownAsync(cancellationToken).ConfigureAwait(false);
            watch.Moved();
        }
    }

    private async Task MoveAsync(DateTimeOffset end, CancellationToken cancellationToken)
    {
        var next = new[] { end, Schedule.Next(rig.Clock.Now), NextMessage(), _openings.TryPeek(out var opening) ? opening.OpenedAt : end }.Min();
        if (rig.Broker.HangingCalls > 0)
        {
            next = new[] { next, rig.Clock.Now + HangStep }.Min();
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

    private void OpenDue()
    {
        while (_openings.TryPeek(out var opening) && opening.OpenedAt <= rig.Clock.Now)
        {
            _openings.Dequeue();
            watch.Opened(opening, Open(opening));
        }
    }

    private decimal Open(Opening opening)
    {
        try
        {
            return rig.Venue.OpenPosition(opening.Symbol, opening.Quantity, opening.EntryPrice, opening.OpenedAt);
        }
        catch (ArgumentException problem)
        {
            throw new OpeningException(opening, problem);
        }
    }

    private async Task RunDueAsync(CancellationToken cancellationToken)
    {
        foreach (var timer in Schedule.DueAt(rig.Clock.Now))
        {
            if (timer == Schedule.Sweep)
            {
                watch.SweepBegins();
            }

            await Task.WhenAll(rig.Desks.Select(desk => desk.Host.RunTimerAsync(timer, cancellationToken))).ConfigureAwait(false);
            await SettleDownAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task SettleDownAsync(CancellationToken cancellationToken)
    {
        await _quiet.WaitAsync(cancellationToken).ConfigureAwait(false);
        foreach (var desk in rig.Desks.Where(desk => desk.HasExited))
        {
            await desk.RestartAsync(cancellationToken).ConfigureAwait(false);
            rig.Queues.ReleaseLocks();
            watch.Restarted();
        }
    }
}
