using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.Ports.Market;
using ExitDesk.Engine.Reading;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Market;

/// <summary>Reads the broker's clock once a cycle and adds the session it falls into. Who asks at the same time shares the reading.</summary>
/// <remarks>
/// A clock that fails is bridged for ten minutes with its last offset to wall time: stops do not stop with the clock.
/// </remarks>
public sealed class MarketMoments(IMarketData market, ExchangeCalendar calendar, TimeProvider time, ILogger<MarketMoments> logger)
{
    /// <summary>How long the last offset stands in for a clock that does not answer.</summary>
    public static readonly TimeSpan Bridge = TimeSpan.FromMinutes(10);

    private static readonly TimeOnly RegularOpen = new(9, 30);

    private readonly SharedRead<ValueTuple, BrokerRead<ClockReading>> _clock = new(_ => market.GetClockAsync(CancellationToken.None));
    private readonly Lock _gate = new();
    private ClockReading? _lastReading;
    private DateTimeOffset _lastReadAt;
    private Session? _session;

    /// <summary>True while the clock is bridged.</summary>
    public bool IsBridged { get; private set; }

    /// <summary>The moment, or why there is none.</summary>
    public async Task<BrokerRead<MarketMoment>> ReadAsync(CancellationToken cancellationToken)
    {
        var answer = await _clock.ReadAsync(default).ConfigureAwait(false);
        var reading = answer.Succeeded ? Remember(answer.Value) : Bridged(answer.Failure);
        if (reading is null)
        {
            return BrokerRead<MarketMoment>.Failed($"the broker's clock does not answer: {answer.Failure}");
        }

        var session = await SessionAsync(reading, cancellationToken).ConfigureAwait(false);
        return BrokerRead<MarketMoment>.Of(new MarketMoment(reading.Now, reading.IsOpen, reading.NextOpen, session));
    }

    /// <summary>The moment without a call: the last one, moved on by wall time. Null if none was read for a while.</summary>
    /// <remarks>For what must not take of the broker's calls while few are left; nothing is sent on its word.</remarks>
    public MarketMoment? Assumed
    {
        get
        {
            lock (_gate)
            {
                var since = time.GetUtcNow() - _lastReadAt;
                return _lastReading is { } last && since <= Bridge
                    ? new MarketMoment(last.Now + since, last.IsOpen, last.NextOpen, _session?.Date == NewYork.DateOf(last.Now) ? _session : null)
                    : null;
            }
        }
    }

    /// <summary>The moment, or wall time with a closed market: for what must work without the broker, as the kill switch.</summary>
    public async Task<MarketMoment> ReadOrWallTimeAsync(CancellationToken cancellationToken)
    {
        var moment = await ReadAsync(cancellationToken).ConfigureAwait(false);
        return moment.Succeeded ? moment.Value : new MarketMoment(time.GetUtcNow(), false, time.GetUtcNow(), null);
    }

    private ClockReading Remember(ClockReading reading)
    {
        lock (_gate)
        {
            (_lastReading, _lastReadAt, IsBridged) = (reading, time.GetUtcNow(), false);
        }

        return reading;
    }

    private ClockReading? Bridged(string why)
    {
        lock (_gate)
        {
            var since = time.GetUtcNow() - _lastReadAt;
            if (_lastReading is not { } last || since > Bridge)
            {
                return null;
            }

            logger.LogWarning("The broker's clock does not answer ({Why}); its last offset stands in since {Since}", why, since);
            IsBridged = true;
            var now = last.Now + since;
            return last with { Now = now, IsOpen = last.IsOpen ? now < last.NextClose : now >= last.NextOpen && now < last.NextClose };
        }
    }

    private async Task<Session?> SessionAsync(ClockReading reading, CancellationToken cancellationToken)
    {
        var today = NewYork.DateOf(reading.Now);
        lock (_gate)
        {
            if (_session?.Date == today)
            {
                return _session;
            }
        }

        var days = await calendar.AroundAsync(today, cancellationToken).ConfigureAwait(false);
        if (days.Sessions.FirstOrDefault(day => day.Date == today) is not { } session)
        {
            // An open market without a session today is a calendar that is not complete, or was not read.
            return ByClock(reading, today);
        }

        lock (_gate)
        {
            _session = session;
        }

        return session;
    }

    // Early closes move the close, never the open; and the clock itself tells the close.
    private static Session? ByClock(ClockReading reading, DateOnly today) =>
        reading.IsOpen ? new Session(today, NewYork.At(today, RegularOpen), reading.NextClose) : null;
}
