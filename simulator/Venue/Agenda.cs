namespace ExitDesk.Simulator.Venue;

/// <summary>What the broker will do at given instants; ties go in the order they were planned.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Action<DateTimeOffset>, (DateTimeOffset At, long Order)> _items = new();
    private long _count;

    /// <summary>Null: nothing planned.</summary>
    public DateTimeOffset? NextAt => _items.TryPeek(out _, out var due) ? due.At : null;

    public void Plan(DateTimeOffset at, Action<DateTimeOffset> action) => _items.Enqueue(action, (at, _count++));

    public void RunDue(DateTimeOffset at)
    {
        while (_items.TryPeek(out _, out var due) && due.At <= at)
        {
            _items.Dequeue()(due.At);
        }
    }
}
