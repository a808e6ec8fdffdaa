using ExitDesk.Domain.Closing;
using ExitDesk.Engine.Ports.Broker;

namespace ExitDesk.Engine.Workflows.Closing;

/// <summary>Works the broker's answer to an order into the attempt that it was. Pure.</summary>
public static class CloseAnswer
{
    private static readonly TimeSpan UnsaidRateLimit = TimeSpan.FromSeconds(5);

    /// <summary>The closing after the answer to its last attempt.</summary>
    public static PositionClosing Apply(PositionClosing closing, SubmitOutcome outcome, DateTimeOffset now)
    {
        var answered = closing.WithLastAttempt(Of(closing.LastAttempt!, outcome, now));
        return outcome is SubmitOutcome.Accepted accepted ? answered with { Orders = [.. closing.Orders, accepted.Order] } : answered;
    }

    /// <summary>One attempt after its answer.</summary>
    public static CloseAttempt Of(CloseAttempt attempt, SubmitOutcome outcome, DateTimeOffset now) => outcome switch
    {
        SubmitOutcome.Accepted accepted => attempt with { Outcome = AttemptOutcome.Accepted, OrderId = accepted.Order.Id },
        // Whatever is wrong with the repeat, the first sending may have been heard after all: its id is taken, or it holds the quantity.
        SubmitOutcome.Refused when attempt.Sends > 1 => attempt with
        {
            Outcome = AttemptOutcome.Unknown,
            IsSaidToExist = true,
            EmptyLooks = [],
            Detail = "the broker refused to take it twice",
        },
        SubmitOutcome.RateLimited when attempt.Sends > 1 => attempt with
        {
            Outcome = AttemptOutcome.Unknown,
            EmptyLooks = [],
            Detail = "the broker allows no more calls for now",
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
        _ => throw new InvalidOperationException("A close ended in no known way."),
    };

    /// <summary>How long after an answer the next step is due.</summary>
    public static TimeSpan PauseAfter(SubmitOutcome outcome) =>
        outcome is SubmitOutcome.Refused ? TimeSpan.Zero : CloseLimits.Pause(TimeSpan.Zero);
}
