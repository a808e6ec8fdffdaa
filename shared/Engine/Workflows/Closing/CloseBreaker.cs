using ExitDesk.Domain.Closing;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.Telling;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Workflows.Closing;

/// <summary>This process's <see cref="CircuitBreaker"/> between closings and the broker. Thread-safe.</summary>
public sealed class CloseBreaker(DeskAlerts alerts, ILogger<CloseBreaker> logger)
{
    private readonly Lock _gate = new();
    private CircuitBreaker _state = CircuitBreaker.New;

    /// <summary>Since when closes are held back, by the broker's clock; null while they are not.</summary>
    public DateTimeOffset? OpenedAt => Read().OpenedAt;

    /// <summary>What an answer says of the broker. A refusal says nothing until reading has judged it, and neither does an acceptance.</summary>
    public static BreakerVerdict VerdictOf(SubmitOutcome outcome) => outcome switch
    {
        SubmitOutcome.Unknown => BreakerVerdict.Unanswered,
        _ => BreakerVerdict.Nothing,
    };

    public BreakerState StateAt(DateTimeOffset now) => Read().StateAt(now);

    /// <inheritdoc cref="CircuitBreaker.HeldUntil"/>
    public DateTimeOffset? HeldUntil(string closing, bool isUrgent, DateTimeOffset now) => Read().HeldUntil(closing, isUrgent, now);

    /// <summary>Goes, if it may: whoever gets null must <see cref="Leave"/>.</summary>
    /// <returns>When to ask again; null if it goes.</returns>
    public DateTimeOffset? TryEnter(string closing, bool isUrgent, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (_state.HeldUntil(closing, isUrgent, now) is { } until)
            {
                return until;
            }

            _state = _state.Enter(closing, now);
            return null;
        }
    }

    /// <summary>Its call has ended. Saying so twice does no harm.</summary>
    public void Leave(string closing)
    {
        lock (_gate)
        {
            _state = _state.Leave(closing);
        }
    }

    /// <summary>Works in what the last attempt of a closing says of the broker.</summary>
    /// <returns>What changed, to be told once the answer is in the ledger; null if nothing did.</returns>
    public BreakerChange? Judge(PositionClosing closing, BreakerVerdict verdict, DateTimeOffset now)
    {
        if (closing.LastAttempt is not { } attempt || verdict == BreakerVerdict.Nothing)
        {
            return null;
        }

        lock (_gate)
        {
            (_state, var change) = _state.Judge($"{closing.Id}:{attempt.Number}:{attempt.Sends}", attempt.IntentAt, verdict, now);
            return change;
        }
    }

    /// <summary>Tells the owner of a change, once.</summary>
    public async Task TellAsync(BreakerChange? change, PositionClosing closing, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (change is not { } changed)
        {
            return;
        }

        logger.LogWarning("The breaker before the broker: {Change}", changed);
        try
        {
            await alerts.RaiseAsync($"breaker:{changed}:{now.ToUnixTimeMilliseconds()}", now, Words(changed, closing, now), cancellationToken, repeats: $"breaker:{changed}").ConfigureAwait(false);
        }
        catch (LedgerUnavailableException problem)
        {
            logger.LogWarning(problem, "The alert waits in the ledger");
        }
    }

    private CircuitBreaker Read()
    {
        lock (_gate)
        {
            return _state;
        }
    }

    private static string Words(BreakerChange change, PositionClosing closing, DateTimeOffset now) => change switch
    {
        BreakerChange.Opened => $"<b>Closes fail at the broker</b>\nMore than {CircuitBreaker.Tolerated} within a minute got no answer or no good reason, the last of {Html.Escape(Titles.Of(closing))}.\n"
            + $"If you do nothing: urgent closes go on, one at a time; the others wait, and any may try again at {NewYork.Clock(now + CircuitBreaker.Rest)}.",
        BreakerChange.Reopened => $"<b>Closes still fail at the broker</b>\nThe trial, {Html.Escape(Titles.Of(closing))}, got no answer.\n"
            + $"If you do nothing: urgent closes go on, one at a time; the others wait for the next trial at {NewYork.Clock(now + CircuitBreaker.Rest)}.",
        BreakerChange.Recovered => "<b>The broker takes closes again</b>\nIf you do nothing: all that waited goes on now.",
    };
}
