using ExitDesk.Engine.Ports.Messaging;

namespace ExitDesk.TestKit.Desk;

/// <summary>A queue for workflow tests: keeps messages until they are due, drops repeats by id, and can lose or double them.</summary>
public sealed class InMemoryMessages(TimeProvider time, EffectCounter effects) : IMessageSender
{
    private readonly List<(DateTimeOffset Due, QueueMessage Message)> _waiting = [];
    private readonly HashSet<string> _known = [];

    /// <summary>Every message that was taken, in order.</summary>
    public List<QueueMessage> Sent { get; } = [];

    /// <summary>Messages that could not be handled ten times.</summary>
    public List<QueueMessage> Dead { get; } = [];

    /// <summary>While true, nothing is taken, and the sender is told.</summary>
    public bool Refuses { get; set; }

    /// <summary>While true, messages are taken and never delivered.</summary>
    public bool Loses { get; set; }

    /// <summary>While true, each message is delivered twice.</summary>
    public bool Doubles { get; set; }

    /// <summary>While true, what is due is delivered newest first.</summary>
    public bool Reverses { get; set; }

    /// <summary>Messages that were handed out so far.</summary>
    public int Delivered { get; private set; }

    /// <summary>When the next message falls due; null if none waits.</summary>
    public DateTimeOffset? NextDue => _waiting.Count == 0 ? null : _waiting.Min(waiting => waiting.Due);

    public Task<bool> TrySendAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        effects.Check();
        if (Refuses)
        {
            return Task.FromResult(false);
        }

        Sent.Add(message);
        if (_known.Add(message.Id) && !Loses)
        {
            Enqueue(message, Doubles ? 2 : 1);
        }

        effects.Happened();
        return Task.FromResult(true);
    }

    /// <summary>Takes the next message that is due now; null if there is none.</summary>
    public QueueMessage? Take()
    {
        var due = _waiting.Where(waiting => waiting.Due <= time.GetUtcNow()).OrderBy(waiting => waiting.Due).ToList();
        if (due.Count == 0)
        {
            return null;
        }

        var next = Reverses ? due[^1] : due[0];
        _waiting.Remove(next);
        Delivered++;
        return next.Message;
    }

    /// <summary>Loses all that waits, and that it was ever there.</summary>
    public void Forget()
    {
        _waiting.Clear();
        _known.Clear();
    }

    /// <summary>Back into the queue, as after a handler that failed.</summary>
    public void Return(QueueMessage message) => _waiting.Add((time.GetUtcNow(), message));

    private void Enqueue(QueueMessage message, int times)
    {
        for (var i = 0; i < times; i++)
        {
            _waiting.Add((time.GetUtcNow() + (message.Delay ?? TimeSpan.Zero), message));
        }
    }
}
