namespace ExitDesk.Simulator.Telegram.Methods;

/// <summary>What one chat takes in market time: one message a second on average, a few at once; groups 20 a minute as well.</summary>
/// <remarks>
/// https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this, read 2026-11: more than one message a
/// second to a chat is allowed in short bursts only. Telegram does not publish the burst; <see cref="Burst"/> is this
/// simulator's choice. Edits count. The limit of 30 a second over all chats is never reached before these.
/// </remarks>
internal sealed class RateLimit
{
    public const int Burst = 5;
    private const int GroupMessagesAMinute = 20;

    private readonly Lock _gate = new();
    private readonly Dictionary<long, DateTimeOffset> _full = [];
    private readonly Dictionary<long, Queue<DateTimeOffset>> _group = [];

    /// <summary>Takes one message's share.</summary>
    /// <returns>0, or the whole seconds to wait, in which case nothing was taken.</returns>
    public int Take(long chatId, DateTimeOffset now)
    {
        lock (_gate)
        {
            // The instant at which the whole burst is available again: each message moves it one second.
            var full = _full.GetValueOrDefault(chatId, now);
            full = full < now ? now : full;
            var wait = Seconds((full - now) - TimeSpan.FromSeconds(Burst - 1));
            if (chatId < 0)
            {
                wait = Math.Max(wait, GroupWait(chatId, now));
            }

            if (wait > 0)
            {
                return wait;
            }

            _full[chatId] = full + TimeSpan.FromSeconds(1);
            if (chatId < 0)
            {
                _group[chatId].Enqueue(now);
            }

            return 0;
        }
    }

    private int GroupWait(long chatId, DateTimeOffset now)
    {
        if (!_group.TryGetValue(chatId, out var recent))
        {
            _group[chatId] = recent = new Queue<DateTimeOffset>();
        }

        while (recent.TryPeek(out var oldest) && now - oldest >= TimeSpan.FromMinutes(1))
        {
            recent.Dequeue();
        }

        return recent.Count < GroupMessagesAMinute ? 0 : Seconds(recent.Peek() + TimeSpan.FromMinutes(1) - now);
    }

    private static int Seconds(TimeSpan wait) => wait <= TimeSpan.Zero ? 0 : (int)Math.Ceiling(wait.TotalSeconds);
}
