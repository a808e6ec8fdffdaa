using System.Net.Http.Headers;
using ExitDesk.Engine.Ports.Broker;

namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>Counts the calls of one account's keys and remembers what the broker said about the rest. Thread-safe.</summary>
public sealed class BrokerCalls(TimeProvider time) : IBrokerBudget
{
    private long _sent;
    private volatile BrokerBudget? _latest;

    /// <summary>Requests sent since the start, repeated reads included.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>From the last answer that told; null before the first one.</summary>
    public BrokerBudget? Latest => _latest;

    public int? CallsLeft => Latest?.Remaining;

    internal void CountRequest() => Interlocked.Increment(ref _sent);

    internal void Note(HttpResponseHeaders headers)
    {
        if (RateLimitHeaders.Remaining(headers) is { } remaining)
        {
            _latest = new BrokerBudget(
                remaining, RateLimitHeaders.Limit(headers), RateLimitHeaders.ResetsAt(headers), time.GetUtcNow());
        }
    }
}
