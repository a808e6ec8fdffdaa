namespace ExitDesk.Simulator.Alpaca;

/// <summary>So many calls in each minute of market time. Safe for concurrent use.</summary>
internal sealed class RateBucket(int limit)
{
    private readonly Lock _gate = new();
    private DateTimeOffset _reset;
    private int _used;

    public RateAnswer Take(DateTimeOffset now)
    {
        lock (_gate)
        {
            if (now >= _reset)
            {
                _reset = now.AddTicks(TimeSpan.TicksPerMinute - (now.Ticks % TimeSpan.TicksPerMinute));
                _used = 0;
            }

            var granted = _used < limit;
            _used += granted ? 1 : 0;
            return new RateAnswer(granted, limit, limit - _used, _reset);
        }
    }
}
