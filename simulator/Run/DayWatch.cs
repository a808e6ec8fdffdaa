using System.Collections.Concurrent;
using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Scenarios;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulator.Run;

/// <summary>Follows a day: what was opened, how fast triggers reached the broker, when the function app was killed.</summary>
public sealed class DayWatch : IDisposable
{
    private readonly Rig _rig;
    private readonly ConcurrentDictionary<string, Opening> _opened = new();
    private readonly ConcurrentQueue<double> _triggerToAccepted = new();
    private (DateTimeOffset Market, DateTimeOffset Wall) _sweep;

    public DayWatch(Rig rig)
    {
        _rig = rig;
        rig.Venue.OrderAccepted += OnAccepted;
    }

    /// <summary>Raised whenever the market has moved and the function app is quiet, or between frames.</summary>
    public event Action? Changed;

    /// <summary>Positions that came into the account so far, by symbol, each with the price it was bought at.</summary>
    public IReadOnlyDictionary<string, Opening> Openings => _opened;

    /// <summary>
    /// Wall-clock milliseconds from the start of a sweep to the broker's acceptance of an order that this sweep triggered.
    /// </summary>
    public IReadOnlyCollection<double> TriggerToAccepted => _triggerToAccepted;

    /// <summary>How often the function app was started again.</summary>
    public int Restarts { get; private set; }

    public void SweepBegins() => _sweep = (_rig.Clock.Now, _rig.Time.GetUtcNow());

    public void Opened(Opening opening) =>
        _opened[opening.Symbol] = opening with { EntryPrice = _rig.Venue.Position(opening.Symbol)?.Position.AverageEntryPrice };

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

        // In lock-step the market stands still while a sweep's closings are sent: same market time, same sweep.
        if (accepted.Order.CreatedAt == _sweep.Market)
        {
            _triggerToAccepted.Enqueue((accepted.WallClock - _sweep.Wall).TotalMilliseconds);
        }

        // The worst moment: the broker has the order, the function app has not heard of it.
        if (_rig.Faults.Hits(Fault.Kill))
        {
            _rig.Desks[0].Kill();
        }
    }
}
