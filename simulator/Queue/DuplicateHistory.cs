namespace ExitDesk.Simulator.Queue;

/// <summary>Remembers each MessageId for a window of market time from its first acceptance; a repetition does not prolong it.</summary>
internal sealed class DuplicateHistory(TimeSpan window)
{
    private readonly HashSet<string> _known = [];
    private readonly Queue<(DateTimeOffset Until, string MessageId)> _lapses = new();

    /// <summary>False if the id was accepted less than a window ago; else remembers it.</summary>
    public bool TryAccept(string messageId, DateTimeOffset now)
    {
        while (_lapses.TryPeek(out var first) && first.Until <= now)
        {
            _known.Remove(_lapses.Dequeue().MessageId);
        }

        if (window <= TimeSpan.Zero)
        {
            return true;
        }

        var accepted = _known.Add(messageId);
        if (accepted)
        {
            _lapses.Enqueue((now + window, messageId));
        }

        return accepted;
    }
}
