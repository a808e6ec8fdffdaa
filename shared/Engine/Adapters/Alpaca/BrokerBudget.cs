namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>How many calls the broker still takes, as its last answer said.</summary>
/// <remarks>Source: <c>X-RateLimit-*</c> headers; 200 trading calls a minute per account (Alpaca, read 2026-11).</remarks>
/// <param name="Remaining">Calls left in this window.</param>
/// <param name="Limit">Calls per window; null if the answer did not say.</param>
/// <param name="ResetsAt">When the window ends, UTC; null if the answer did not say.</param>
/// <param name="ReadAt">When the answer came, UTC, by our clock.</param>
public sealed record BrokerBudget(int Remaining, int? Limit, DateTimeOffset? ResetsAt, DateTimeOffset ReadAt)
{
    /// <summary>Trading calls an account has in a minute, unless the broker says another number.</summary>
    public const int CallsPerMinute = 200;

    /// <summary>How long a budget lasts.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>Until when this reading holds, UTC. A reset that no window explains comes from clocks that disagree.</summary>
    public DateTimeOffset EndsAt => ResetsAt is { } reset && reset > ReadAt && reset <= ReadAt + Window ? reset : ReadAt + Window;
}
