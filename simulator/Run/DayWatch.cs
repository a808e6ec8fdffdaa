using System.Collections.Concurrent;
using System.Collections.Immutable;
using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Scenarios;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulator.Run;

/// <summary>Follows a day: what was opened, how fast triggers reached the broker, when the function app was killed.</summary>
public sealed class DayWatch : IDisposable
{
    private readonly Rig _rig;
    private readonly ConcurrentQueue<AcceptedOrder> _accepted = new();
    private readonly ConcurrentQueue<SweepStart> _sweeps = new();
    private ImmutableList<Opening> _opened = [];

    public DayWatch(Rig rig)
    {
        _rig = rig;
        rig.Venue.OrderAccepted += OnAccepted;
    }

    /// <summary>Raised whenever the market has moved and the function app is quiet, or between frames.</summary>
    public event Action? Changed;

    /// <summary>What came into the account so far, oldest first, each with its price; one symbol may come more than once.</summary>
    public IReadOnlyList<Opening> Openings => _opened;

    /// <summary>Every sweep so far, oldest first; a full session has about 1,600.</summary>
    public IReadOnlyCollection<SweepStart> Sweeps => _sweeps;

    /// <summary>The function app's orders that the broker took, oldest first.</summary>
    public IReadOnlyCollection<AcceptedOrder> Accepted => _accepted;

    /// <summary>How often the function app was started again.</summary>
    public int Restarts { get; private set; }

    public void SweepBegins() => _sweeps.Enqueue(new SweepStart(_rig.Clock.Now, _rig.Time.GetUtcNow()));

    /// <param name="opening">What came.</param>
    /// <param name="price">What was paid or received for it, USD per share.</param>
    public void Opened(Opening opening, decimal price) => _opened = _opened.Add(opening with { EntryPrice = price });

    public void Restarted() => Restarts++;

    public void Moved()
    {
        foreach (var desk in _rig.Desks)
        {
            desk.NoteMemory();
        }

        Changed?.Invoke();
    }

    public void Dispose() => _rig.Venue.OrderAccepted -= OnAccepted;

    private void OnAccepted(AcceptedOrder accepted)
    {
        if (accepted.Order.Origin != OrderOrigin.Client)
        {
            return;
        }

        _accepted.Enqueue(accepted);

        // The worst moment: the broker has the order, the function app has not heard of it.
        if (_rig.Faults.Hits(Fault.Kill))
        {
            _rig.Desks[0].Kill();
        }
    }
}
