namespace ExitDesk.Engine.Outbox;

/// <summary>Words to the owner that a later word has made idle while they waited for the chat. Pure.</summary>
public static class IdleNotices
{
    /// <summary>All but the newest of each card and of each topic; a card's last word counts as its newest.</summary>
    /// <param name="entries">All that waits, in any order.</param>
    public static IReadOnlyList<OutboxEntry> Among(IEnumerable<OutboxEntry> entries) =>
    [
        .. entries
            .Where(static entry => entry.Notice?.Subject is not null)
            .GroupBy(static entry => entry.Notice!.Subject)
            .SelectMany(static subject => subject.OrderBy(static entry => entry.Notice!.IsFinal).ThenBy(static entry => entry.PostedAt).SkipLast(1)),
    ];
}
