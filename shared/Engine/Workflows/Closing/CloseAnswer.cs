using ExitDesk.Domain.Closing;
using ExitDesk.Engine.Ports.Broker;

namespace ExitDesk.Engine.Workflows.Closing;

/// <summary>Works the broker's answer to a close into the closing. Pure.</summary>
public static class CloseAnswer
{
    private static readonly TimeSpan UnsaidRateLimit = TimeSpan.FromSeconds(5);

    public static PositionClosing Apply(PositionClosing closing, SubmitOutcome outcome, DateTimeOffset now)
    {
        var attempt = closing.LastAttempt!;
        return outcome switch
        {
            SubmitOutcome.Accepted accepted =>
                closing.WithLastAttempt(attempt with { Outcome = AttemptOutcome.Accepted, OrderId = accepted.Order.Id }) with
                {
                    Orders = [.. closing.Orders, accepted.Order],
                },
            // Whatever is wrong with the repeat, the first sending may have been heard after all: its id is taken, or it holds the quantity.
            SubmitOutcome.Refused when attempt.Sends > 1 => closing.WithLastAttempt(attempt with
            {
                Outcome = AttemptOutcome.Unknown,
                IsSaidToExist = true,
                EmptyLooks = [],
                Detail = "the broker refused to take it twice",
            }),
            SubmitOutcome.RateLimited when attempt.Sends > 1 => closing.WithLastAttempt(attempt with
            {
                Outcome = AttemptOutcome.Unknown,
                EmptyLooks = [],
                Detail = "the broker allows no more calls for now",
            }),
            SubmitOutcome.Refused refused => closing.WithLastAttempt(attempt with
            {
                Outcome = AttemptOutcome.Refused,
                Detail = $"the broker refused ({refused.HttpStatus}{(refused.Code is { } code ? $", {code}" : "")}): {refused.Message}",
            }),
            SubmitOutcome.RateLimited limited => closing.WithLastAttempt(attempt with
            {
                Outcome = AttemptOutcome.RateLimited,
                Detail = "the broker allows no more calls for now",
                RetryAfter = now + (limited.RetryAfter ?? UnsaidRateLimit),
            }),
            SubmitOutcome.Unknown unknown => closing.WithLastAttempt(attempt with
            {
                Outcome = AttemptOutcome.Unknown,
                Detail = unknown.Why,
            }),
            _ => throw new InvalidOperationException("A close ended in no known way."),
        };
    }

    /// <summary>How long after an answer the next step is due.</summary>
    public static TimeSpan PauseAfter(SubmitOutcome outcome) =>
        outcome is SubmitOutcome.Refused ? TimeSpan.Zero : CloseLimits.Pause(TimeSpan.Zero);
}
