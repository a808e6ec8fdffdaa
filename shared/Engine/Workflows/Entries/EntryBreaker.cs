using ExitDesk.Domain.Closing;
using ExitDesk.Engine.Ports.Broker;

namespace ExitDesk.Engine.Workflows.Entries;

/// <summary>Keeps entries from storming a broker that fails: a breaker of their own, which no close ever asks. Thread-safe.</summary>
public sealed class EntryBreaker
{
    private readonly Lock _gate = new();
    private CircuitBreaker _state = CircuitBreaker.New;

    /// <summary>Since when entries are held back, by the broker's clock; null while they are not.</summary>
    public DateTimeOffset? OpenedAt
    {
        get
        {
            lock (_gate)
            {
                return _state.OpenedAt;
            }
        }
    }

    /// <summary>Goes, if it may: whoever gets null must <see cref="Leave"/>.</summary>
    /// <returns>When to ask again; null if it goes.</returns>
    public DateTimeOffset? TryEnter(string entry, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (_state.HeldUntil(entry, isUrgent: false, now) is { } until)
            {
                return until;
            }

            _state = _state.Enter(entry, now);
            return null;
        }
    }

    /// <summary>Its call has ended.</summary>
    public void Leave(string entry)
    {
        lock (_gate)
        {
            _state = _state.Leave(entry);
        }
    }

    /// <summary>Works in an answer. Refusals are the gates' business and the broker's word: only silence counts.</summary>
    /// <param name="attempt">Names the attempt.</param>
    /// <param name="sentAt">When it was sent, by the broker's clock.</param>
    /// <param name="outcome">What came back.</param>
    /// <param name="now">The broker's clock.</param>
    public void Judge(string attempt, DateTimeOffset sentAt, SubmitOutcome outcome, DateTimeOffset now)
    {
        var verdict = outcome switch
        {
            SubmitOutcome.Accepted => BreakerVerdict.Taken,
            SubmitOutcome.Unknown => BreakerVerdict.Unanswered,
            _ => BreakerVerdict.Nothing,
        };
        lock (_gate)
        {
            (_state, _) = _state.Judge(attempt, sentAt, verdict, now);
        }
    }
}
