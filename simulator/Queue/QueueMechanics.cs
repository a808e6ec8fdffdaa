using System.Globalization;
using ExitDesk.Simulator.Faults;

namespace ExitDesk.Simulator.Queue;

/// <summary>What happens inside a queue. Guarded by the queue's gate; <c>now</c> is market time and never goes back.</summary>
internal sealed class QueueMechanics(string name, QueueRules rules, FaultPlan faults, QueueMechanics? deadLetters)
{
    private readonly ArrivalFaults _faults = new(faults);
    private readonly DuplicateHistory _duplicates = new(rules.DuplicateWindow);
    private long _lastSequenceNumber;

    public MessageShelf Shelf { get; } = new(name);

    public WaitingReceivers Receivers { get; } = new();

    public QueueHistory History { get; } = new();

    /// <summary>Takes a message in; false if it is a duplicate.</summary>
    public bool TryAccept(QueueMessage message, TimeSpan delay, DateTimeOffset now)
    {
        var id = message.MessageId ?? (_lastSequenceNumber + 1).ToString("x32", CultureInfo.InvariantCulture);
        if (!_duplicates.TryAccept(id, now))
        {
            History.DuplicateDropped();
            return false;
        }

        if (_faults.Loses())
        {
            History.Sent(new StoredMessage(message, id, ++_lastSequenceNumber) { VisibleAt = now }, now);
            History.Lost();
            return true;
        }

        delay += _faults.Late();
        var heldBack = delay == TimeSpan.Zero && _faults.HoldsBack();
        var copies = _faults.Doubles() ? 2 : 1;
        for (var copy = 0; copy < copies; copy++)
        {
            Enqueue(message, id, now, heldBack ? ArrivalFaults.Patience : delay, heldBack);
        }

        return true;
    }

    /// <summary>Does what is due by now: locks end, messages appear.</summary>
    public void Settle(DateTimeOffset now)
    {
        foreach (var message in Shelf.LocksEndedBy(now))
        {
            History.LockExpired();
            GiveBack(message, now);
        }

        foreach (var message in Shelf.TakeDue(now))
        {
            Appear(message, now);
        }
    }

    /// <summary>Hands visible messages to waiting receivers; those that outlived themselves go first.</summary>
    public void Serve(DateTimeOffset now)
    {
        foreach (var message in Shelf.TakeExpired(now))
        {
            Expire(message, now);
        }

        while (Receivers.Next is { } mode && Shelf.TakeVisible() is { } message)
        {
            Receivers.ServeNext(HandOver(message, mode, now));
        }
    }

    /// <summary>Takes a message from its receiver: back into the queue, or to the dead letters after the last delivery.</summary>
    public void GiveBack(StoredMessage message, DateTimeOffset now)
    {
        if (deadLetters is null || message.DeliveryCount < rules.MaxDeliveryCount)
        {
            Shelf.Return(message);
            return;
        }

        Shelf.Unlock(message);
        var description = $"Message could not be consumed after {message.DeliveryCount} delivery attempts.";
        DeadLetter(message, now, "MaxDeliveryCountExceeded", description);
    }

    private Delivery HandOver(StoredMessage message, ReceiveMode mode, DateTimeOffset now)
    {
        message.DeliveryCount++;
        History.Delivered(message);
        switch (mode)
        {
            case ReceiveMode.PeekLock:
                Shelf.Lock(message, now + rules.LockDuration);
                break;
            case ReceiveMode.ReceiveAndDelete:
                History.Completed(message, now);
                break;
        }

        var isLocked = mode == ReceiveMode.PeekLock;
        return new Delivery(
            message.Message with { MessageId = message.MessageId },
            message.SequenceNumber,
            message.DeliveryCount,
            message.VisibleAt,
            message.LockToken,
            isLocked ? message.LockedUntil : null);
    }

    private void Enqueue(
        QueueMessage message, string id, DateTimeOffset now, TimeSpan delay, bool heldBack = false, int deliveries = 0)
    {
        var stored = new StoredMessage(message, id, ++_lastSequenceNumber)
        {
            VisibleAt = now + delay,
            HeldBack = heldBack,
            DeliveryCount = deliveries,
        };
        History.Sent(stored, now);
        if (delay > TimeSpan.Zero)
        {
            Shelf.Schedule(stored);
        }
        else
        {
            Appear(stored, now);
        }
    }

    /// <summary>Makes a message visible, and behind it those that waited to be overtaken.</summary>
    private void Appear(StoredMessage message, DateTimeOffset now)
    {
        var life = message.Message.TimeToLive is { } stated && stated < rules.TimeToLive ? stated : rules.TimeToLive;
        message.ExpiresAt = life < DateTimeOffset.MaxValue - message.VisibleAt ? message.VisibleAt + life : DateTimeOffset.MaxValue;
        Shelf.Show(message);
        foreach (var overtaken in Shelf.TakeHeldBack())
        {
            overtaken.VisibleAt = now;
            Appear(overtaken, now);
        }
    }

    private void Expire(StoredMessage message, DateTimeOffset now)
    {
        History.Expired();
        if (rules.DeadLettersExpired)
        {
            DeadLetter(message, now, "TTLExpiredException", "The message expired and was dead lettered.");
        }
    }

    private void DeadLetter(StoredMessage message, DateTimeOffset now, string reason, string description)
    {
        History.DeadLettered();
        var properties = new Dictionary<string, string>(message.Message.Properties)
        {
            ["DeadLetterReason"] = $"\"{reason}\"",
            ["DeadLetterErrorDescription"] = $"\"{description}\"",
        };
        var dead = message.Message with { Properties = properties, TimeToLive = null };
        deadLetters!.Enqueue(dead, message.MessageId, now, TimeSpan.Zero, deliveries: message.DeliveryCount);
        deadLetters.Serve(now);
    }
}
