namespace ExitDesk.Simulator.Telegram;

/// <summary>All messages of the simulated chats, oldest first. Safe for concurrent use.</summary>
internal sealed class Transcript
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<int, ChatMessage> _messages = [];
    private readonly List<(Func<ChatMessage, bool> Wanted, TaskCompletionSource<ChatMessage> Found)> _waits = [];
    private int _lastId;

    /// <summary>Raised after each new or edited message, outside of any lock.</summary>
    public event Action<ChatMessage>? Changed;

    /// <summary>Raised after a message was deleted, outside of any lock.</summary>
    public event Action<ChatMessage>? Removed;

    public IReadOnlyList<ChatMessage> Snapshot()
    {
        lock (_gate)
        {
            return [.. _messages.Values];
        }
    }

    public ChatMessage? Find(long chatId, int messageId)
    {
        lock (_gate)
        {
            return _messages.TryGetValue(messageId, out var message) && message.ChatId == chatId ? message : null;
        }
    }

    public ChatMessage Add(Func<int, ChatMessage> create)
    {
        ChatMessage message;
        lock (_gate)
        {
            message = create(++_lastId);
            _messages.Add(message.Id, message);
        }

        Announce(message);
        return message;
    }

    /// <summary>Changes a message, or leaves it where <paramref name="edit"/> returns null.</summary>
    /// <returns>The message after the edit; null if the edit changes nothing.</returns>
    public ChatMessage? Edit(int messageId, Func<ChatMessage, ChatMessage?> edit)
    {
        ChatMessage? edited;
        lock (_gate)
        {
            edited = edit(_messages[messageId]);
            if (edited is null)
            {
                return null;
            }

            _messages[messageId] = edited;
        }

        Announce(edited);
        return edited;
    }

    /// <summary>Takes a message away for everybody.</summary>
    public void Remove(int messageId)
    {
        ChatMessage? removed;
        lock (_gate)
        {
            _messages.Remove(messageId, out removed);
        }

        if (removed is not null)
        {
            Removed?.Invoke(removed);
        }
    }

    /// <summary>The first message, of those here and those to come, that is wanted.</summary>
    public Task<ChatMessage> WaitAsync(Func<ChatMessage, bool> wanted, CancellationToken cancellationToken)
    {
        var found = new TaskCompletionSource<ChatMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_messages.Values.FirstOrDefault(wanted) is { } present)
            {
                return Task.FromResult(present);
            }

            _waits.Add((wanted, found));
        }

        return AwaitAsync(found, cancellationToken);
    }

    private async Task<ChatMessage> AwaitAsync(TaskCompletionSource<ChatMessage> found, CancellationToken cancellationToken)
    {
        try
        {
            return await found.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
            {
                _waits.RemoveAll(wait => wait.Found == found);
            }
        }
    }

    private void Announce(ChatMessage message)
    {
        List<(Func<ChatMessage, bool> Wanted, TaskCompletionSource<ChatMessage> Found)> waits;
        lock (_gate)
        {
            waits = [.. _waits];
        }

        foreach (var (wanted, found) in waits)
        {
            if (wanted(message))
            {
                found.TrySetResult(message);
            }
        }

        Changed?.Invoke(message);
    }
}
