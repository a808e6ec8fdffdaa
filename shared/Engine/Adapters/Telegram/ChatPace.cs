namespace ExitDesk.Engine.Adapters.Telegram;

/// <summary>What one chat takes: a message a second on average with a few at once, groups twenty a minute; and thirty a second in all.</summary>
/// <remarks>
/// core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this, read 2026-11. Telegram does not say how many may come at
/// once: <see cref="Burst"/> is careful. Messages and edits count, answers to presses do not. Thread-safe.
/// </remarks>
/// <param name="time">This machine's clock, which tells the same time as Telegram's.</param>
/// <param name="isKept">False for another Bot API server: it counts by a clock of its own, and its 429 is heeded.</param>
public sealed class ChatPace(TimeProvider time, bool isKept)
{
    /// <summary>Messages that may leave at once after a rest.</summary>
    public const int Burst = 4;

    /// <summary>Messages to a group in any minute.</summary>
    public const int GroupMessagesAMinute = 20;

    /// <summary>Messages in any second, over all chats.</summary>
    public const int MessagesASecond = 30;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<long, DateTimeOffset> _rested = [];
    private readonly Dictionary<long, Queue<DateTimeOffset>> _groups = [];
    private readonly Queue<DateTimeOffset> _all = [];

    /// <summary>Takes one message's share.</summary>
    /// <param name="chat">Groups have negative ids.</param>
    /// <returns>Zero; or how long to wait, and then nothing is taken.</returns>
    public TimeSpan Take(long chat)
    {
        if (!isKept)
        {
            return TimeSpan.Zero;
        }

        lock (_gate)
        {
            var now = time.GetUtcNow();
            // When the whole burst is there again: each message puts that off by a second.
            var rested = _rested.GetValueOrDefault(chat) is var known && known > now ? known : now;
            var wait = rested - now - ((Burst - 1) * Second);
            var group = GroupOf(chat);
            wait = Longer(wait, Full(group, GroupMessagesAMinute, TimeSpan.FromMinutes(1), now));
            wait = Longer(wait, Full(_all, MessagesASecond, Second, now));
            if (wait > TimeSpan.Zero)
            {
                return wait;
            }

            _rested[chat] = rested + Second;
            group?.Enqueue(now);
            _all.Enqueue(now);
            return TimeSpan.Zero;
        }
    }

    private Queue<DateTimeOffset>? GroupOf(long chat) =>
        chat >= 0 ? null : _groups.TryGetValue(chat, out var known) ? known : _groups[chat] = [];

    private static TimeSpan Full(Queue<DateTimeOffset>? taken, int most, TimeSpan span, DateTimeOffset now)
    {
        if (taken is null)
        {
            return TimeSpan.Zero;
        }

        while (taken.TryPeek(out var oldest) && now - oldest >= span)
        {
            taken.Dequeue();
        }

        return taken.Count < most ? TimeSpan.Zero : taken.Peek() + span - now;
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
