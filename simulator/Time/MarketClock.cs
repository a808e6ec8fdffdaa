namespace ExitDesk.Simulator.Time;

/// <summary>The one clock of a simulated day: instants in UTC, moved by hand and only forward.</summary>
/// <remarks>Safe for concurrent use. Everything that waits in simulated time waits here, never on the wall clock.</remarks>
public sealed class MarketClock(DateTimeOffset start)
{
    private readonly Lock _gate = new();
    private DateTimeOffset _now = start;

    /// <summary>Raised after each advance, on the advancing thread, with the new instant.</summary>
    public event Action<DateTimeOffset>? Advanced;

    public DateTimeOffset Now
    {
        get
        {
            lock (_gate)
            {
                return _now;
            }
        }
    }

    /// <summary>Moves the clock to <paramref name="instant"/>; an instant at or before now changes nothing.</summary>
    public void AdvanceTo(DateTimeOffset instant)
    {
        lock (_gate)
        {
            if (instant <= _now)
            {
                return;
            }

            _now = instant;
        }

        Advanced?.Invoke(instant);
    }
}
