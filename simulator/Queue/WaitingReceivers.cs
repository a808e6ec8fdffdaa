namespace ExitDesk.Simulator.Queue;

/// <summary>Receivers waiting at an empty queue, first come first served. Guarded by the queue's gate.</summary>
internal sealed class WaitingReceivers
{
    private readonly LinkedList<(ReceiveMode Mode, TaskCompletionSource<Delivery?> Answer)> _waiting = new();

    public LinkedListNode<(ReceiveMode Mode, TaskCompletionSource<Delivery?> Answer)> Add(ReceiveMode mode) =>
        _waiting.AddLast((mode, new TaskCompletionSource<Delivery?>(TaskCreationOptions.RunContinuationsAsynchronously)));

    /// <summary>The mode of who is next; null if nobody waits.</summary>
    public ReceiveMode? Next => _waiting.First?.Value.Mode;

    public void ServeNext(Delivery delivery)
    {
        var next = _waiting.First!;
        _waiting.Remove(next);
        next.Value.Answer.SetResult(delivery);
    }

    /// <summary>Lets one go with nothing, unless it has been served already.</summary>
    public void Dismiss(LinkedListNode<(ReceiveMode Mode, TaskCompletionSource<Delivery?> Answer)> waiter)
    {
        if (waiter.List is not null)
        {
            _waiting.Remove(waiter);
            waiter.Value.Answer.SetResult(null);
        }
    }

    public void DismissAll()
    {
        while (_waiting.First is { } waiter)
        {
            Dismiss(waiter);
        }
    }
}
