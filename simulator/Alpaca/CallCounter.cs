namespace ExitDesk.Simulator.Alpaca;

/// <summary>How often the broker was called. Safe for concurrent use.</summary>
public sealed class CallCounter
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, int> _byEndpoint = new(StringComparer.Ordinal);
    private readonly SortedDictionary<DateTimeOffset, int> _tradingByMinute = [];

    /// <summary>Calls by method and route template, for instance <c>GET /v2/orders/{id}</c>.</summary>
    public IReadOnlyDictionary<string, int> ByEndpoint
    {
        get
        {
            lock (_gate)
            {
                return new SortedDictionary<string, int>(_byEndpoint, StringComparer.Ordinal);
            }
        }
    }

    /// <summary>Trading calls, those refused with 429 too, by minute of market time.</summary>
    public IReadOnlyDictionary<DateTimeOffset, int> TradingByMinute
    {
        get
        {
            lock (_gate)
            {
                return new SortedDictionary<DateTimeOffset, int>(_tradingByMinute);
            }
        }
    }

    internal void Count(string endpoint, bool trading, DateTimeOffset at)
    {
        var minute = at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMinute));
        lock (_gate)
        {
            _byEndpoint[endpoint] = _byEndpoint.GetValueOrDefault(endpoint) + 1;
            if (trading)
            {
                _tradingByMinute[minute] = _tradingByMinute.GetValueOrDefault(minute) + 1;
            }
        }
    }
}
