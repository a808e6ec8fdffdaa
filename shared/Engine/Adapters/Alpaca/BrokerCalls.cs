using System.Net.Http.Headers;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Broker;

namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>Counts the calls of one account's keys and remembers what the broker said about the rest. Thread-safe.</summary>
public sealed class BrokerCalls(TimeProvider time) : IBrokerBudget
{
    private readonly RecentCalls _recent = new();
    private long _sent;
    private volatile BrokerBudget? _latest;

    /// <summary>Requests sent since the start, repeated reads included.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>From the last answer that told; null before the first one.</summary>
    public BrokerBudget? Latest => _latest;

    public int? CallsLeft => Latest?.Remaining;

    public CallBudget Now => new(Left(time.GetUtcNow()).Left, WaitOfRefused());

    /// <summary>Why a call must not be sent now; null if it may.</summary>
    internal string? Refusal(CallShare share)
    {
        if (share == CallShare.Closes)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var (left, until) = Left(now);
        return left > IBrokerBudget.KeptForCloses ? null : $"the call budget is kept for closes until {NewYork.Clock(until)}";
    }

    /// <summary>How long a call that was refused has to wait.</summary>
    internal TimeSpan WaitOfRefused()
    {
        var now = time.GetUtcNow();
        var (_, until) = Left(now);
        return until > now ? until - now : TimeSpan.Zero;
    }

    internal void CountRequest()
    {
        Interlocked.Increment(ref _sent);
        _recent.Add(time.GetUtcNow());
    }

    internal void Note(HttpResponseHeaders headers)
    {
        if (RateLimitHeaders.Remaining(headers) is { } remaining)
        {
            _latest = new BrokerBudget(
                remaining, RateLimitHeaders.Limit(headers), RateLimitHeaders.ResetsAt(headers), time.GetUtcNow());
        }
    }

    // What the broker said counts, less what was sent since; our own count stands in where it says nothing.
    private (int Left, DateTimeOffset Until) Left(DateTimeOffset now)
    {
        if (Latest is { } latest && now < latest.EndsAt)
        {
            return (latest.Remaining - _recent.After(latest.ReadAt, now), latest.EndsAt);
        }

        var from = Latest?.EndsAt ?? DateTimeOffset.MinValue;
        var limit = Latest?.Limit ?? BrokerBudget.CallsPerMinute;
        return (limit - _recent.After(from, now), _recent.OldestEndsAt(now));
    }
}
