using ExitDesk.Simulator.Time;

namespace ExitDesk.Simulation.Tests.Scheduling;

/// <summary>Virtual time and all that waits in it, on one thread: the next thing due runs to its next wait, then the next.</summary>
/// <param name="clock">Moved along; the venue lives by it.</param>
/// <param name="ties">Draws who goes first of what is due at the same instant.</param>
internal sealed class EventLoop(MarketClock clock, Draw ties)
{
    private readonly PriorityQueue<Action, (DateTimeOffset At, ulong Tie)> _waiting = new();
    private readonly int _thread = Environment.CurrentManagedThreadId;

    public DateTimeOffset Now => clock.Now;

    /// <summary>How many things ran so far.</summary>
    public long Steps { get; private set; }

    /// <summary>Runs after each thing that ran, before the next.</summary>
    public Action AfterStep { get; set; } = () => { };

    /// <summary>Runs something at an instant; at once if that is over.</summary>
    /// <exception cref="InvalidOperationException">Another thread asks: something in the desk left the loop, and its order is no longer the seed's.</exception>
    public void At(DateTimeOffset at, Action action)
    {
        if (Environment.CurrentManagedThreadId != _thread)
        {
            throw new InvalidOperationException($"Something left the loop's thread:\n{Environment.StackTrace}");
        }

        _waiting.Enqueue(action, (at < Now ? Now : at, ties.Next()));
    }

    public void After(TimeSpan delay, Action action) => At(Now + delay, action);

    /// <summary>Runs all that is due up to an instant, and moves the time there.</summary>
    /// <param name="until">The instant.</param>
    /// <param name="stops">Ends it early, asked after each step.</param>
    public void RunTo(DateTimeOffset until, Func<bool> stops)
    {
        while (_waiting.TryPeek(out var action, out var due) && due.At <= until)
        {
            _waiting.Dequeue();
            clock.AdvanceTo(due.At);
            action();
            Steps++;
            AfterStep();
            if (stops())
            {
                return;
            }
        }

        clock.AdvanceTo(until);
        AfterStep();
    }
}
