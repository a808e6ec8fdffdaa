using System.Collections.Concurrent;
using ExitDesk.Engine.Market;

namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>Answers that hold for one day in New York. Failures are not kept. Thread-safe.</summary>
internal sealed class DailyCache<TKey, TValue>(TimeProvider time)
    where TKey : notnull
    where TValue : class
{
    private volatile Day _day = new(default);

    /// <summary>Null if it was not read today.</summary>
    public TValue? Find(TKey key) => Today.Values.GetValueOrDefault(key);

    public void Keep(TKey key, TValue value) => Today.Values[key] = value;

    private Day Today
    {
        get
        {
            var date = NewYork.DateOf(time.GetUtcNow());
            return _day.Date == date ? _day : _day = new Day(date);
        }
    }

    private sealed record Day(DateOnly Date)
    {
        public ConcurrentDictionary<TKey, TValue> Values { get; } = new();
    }
}
