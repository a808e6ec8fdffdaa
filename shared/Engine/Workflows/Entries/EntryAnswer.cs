using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Engine.Ports.Broker;

namespace ExitDesk.Engine.Workflows.Entries;

/// <summary>Works the broker's answer to an opening order into its attempt. Pure.</summary>
public static class EntryAnswer
{
    private static readonly TimeSpan UnsaidRateLimit = TimeSpan.FromSeconds(5);

    /// <summary>The entry after the answer to its order.</summary>
    public static PositionEntry Apply(PositionEntry entry, SubmitOutcome outcome, DateTimeOffset now) => entry with
    {
        Attempt = Of(entry.Attempt!, outcome, now),
        Order = outcome is SubmitOutcome.Accepted accepted ? accepted.Order : entry.Order,
    };

    /// <summary>How long after an answer the next step is due.</summary>
    public static TimeSpan PauseAfter(SubmitOutcome outcome) =>
        outcome is SubmitOutcome.Refused ? TimeSpan.Zero : CloseLimits.Pause(TimeSpan.Zero);

    private static EntryAttempt Of(EntryAttempt attempt, SubmitOutcome outcome, DateTimeOffset now) => outcome switch
    {
        SubmitOutcome.Accepted accepted => attempt with { Outcome = AttemptOutcome.Accepted, OrderId = accepted.Order.Id },
        // Whatever is wrong with the repeat, an earlier sending may have been heard after all: its id is taken, or it holds the money.
        SubmitOutcome.Refused when attempt.IsAfterUnheard => attempt with
        {
            Outcome = AttemptOutcome.Unknown,
            IsSaidToExist = true,
            EmptyLooks = [],
            Detail = "the broker refused to take it twice",
        },
        SubmitOutcome.Refused refused => attempt with
        {
            Outcome = AttemptOutcome.Refused,
            Detail = $"the broker refused ({refused.HttpStatus}{(refused.Code is { } code ? $", {code}" : "")}): {refused.Message}",
        },
        SubmitOutcome.RateLimited limited => attempt with
        {
            Outcome = AttemptOutcome.RateLimited,
            Detail = "the broker allows no more calls for now",
            RetryAfter = now + (limited.RetryAfter ?? UnsaidRateLimit),
        },
        SubmitOutcome.Unknown unknown => attempt with { Outcome = AttemptOutcome.Unknown, Detail = unknown.Why },
        _ => throw new InvalidOperationException("An entry's order ended in no known way."),
    };
}
