namespace ExitDesk.Engine.Outbox;

/// <summary>In which order words leave that waited for the chat. Pure.</summary>
public static class NoticeOrder
{
    /// <summary>By kind, alarms before statistics; within a kind the newest first.</summary>
    public static IEnumerable<OutboxEntry> Of(IEnumerable<OutboxEntry> waiting) =>
        waiting.OrderBy(static entry => entry.Notice!.Kind).ThenByDescending(static entry => entry.PostedAt);

    /// <summary>The entry, with a count of the older ones of its topic that are not shown any more.</summary>
    /// <param name="entry">The newest of its topic.</param>
    /// <param name="idle">What was dropped.</param>
    public static OutboxEntry Counted(OutboxEntry entry, IEnumerable<OutboxEntry> idle)
    {
        var times = entry.Notice is { Topic: { } topic, CardKey: null } ? 1 + idle.Count(other => other.Notice is { CardKey: null } notice && notice.Topic == topic) : 1;
        return times == 1 ? entry : entry with
        {
            Notice = entry.Notice! with { Card = entry.Notice.Card with { Html = $"{entry.Notice.Card.Html}\n×{times} while the chat was busy" } },
        };
    }
}
