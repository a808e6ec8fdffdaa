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
    private readonly List<Traffic> _untilDay = [new(0, 0)];
    private ImmutableList<Opening> _opened = [];

    public DayWatch(Rig rig)
    {
        _rig = rig;
        rig.Venue.OrderAccepted += OnAccepted;
    }

    /// <summary>Raised whenever the market has moved and the function app is quiet, or between frames.</summary>
    public event Action? Changed;

    /// <summary>Raised after something has happened behind the function app's back.</summary>
    public event Action<ScriptedAct>? Happened;

    /// <summary>What came into the account so far, oldest first, each with its price; one symbol may come more than once.</summary>
    public IReadOnlyList<Opening> Openings => _opened;

    /// <summary>Every sweep so far, oldest first; a full session has about 1,600.</summary>
    public IReadOnlyCollection<SweepStart> Sweeps => _sweeps;

    /// <summary>The function app's orders that the broker took, oldest first.</summary>
    public IReadOnlyCollection<AcceptedOrder> Accepted => _accepted;

    /// <summary>How often the function app was started again.</summary>
    public int Restarts { get; private set; }

    /// <summary>The traffic of one session, counted from 0; all 0 before it has begun.</summary>
    public Traffic TrafficOf(int session) => session >= _untilDay.Count
        ? new Traffic(0, 0)
        : (session + 1 < _untilDay.Count ? _untilDay[session + 1] : Now()) - _untilDay[session];

    /// <summary>The market has come to another instant, and nothing has been done about it yet.</summary>
    public void Arrived()
    {
        while (_untilDay.Count <= _rig.Scenario.SessionOf(_rig.Clock.Now))
        {
            _untilDay.Add(Now());
        }
    }

    public void SweepBegins() => _sweeps.Enqueue(new SweepStart(_rig.Clock.Now, _rig.Time.GetUtcNow()));

    /// <param name="opening">What came.</param>
    /// <param name="price">What was paid or received for it, USD per share.</param>
    public void Opened(Opening opening, decimal price) => _opened = _opened.Add(opening with { EntryPrice = price });

    public void Acted(ScriptedAct act) => Happened?.Invoke(act);

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

    private Traffic Now() => new(_rig.Broker.Calls.ByEndpoint.Values.Sum(), _rig.Queues.Snapshot().Sum(queue => queue.Counters.Sent));

    private void OnAccepted(AcceptedOrder accepted)
    {
        if (accepted.Order.Origin != OrderOrigin.Client)
        {
            return;
        }

        _accepted.Enqueue(accepted);
        _rig.Outages.OnOrder();
        _rig.Kills.OnOrder();

        // The worst moment: the broker has the order, the function app has not heard of it.
        if (_rig.Faults.Hits(Fault.Kill))
        {
            _rig.Desks[0].Kill();
        }
    }
}
