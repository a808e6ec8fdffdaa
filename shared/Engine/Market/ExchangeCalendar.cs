using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Ports.Market;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Market;

/// <summary>The exchange's days from two months ago to thirteen months ahead, read once a day.</summary>
public sealed class ExchangeCalendar(IMarketData market, ILogger<ExchangeCalendar> logger)
{
    private const int DaysBack = 62;
    private const int DaysAhead = 400;

    private volatile Reading? _last;

    /// <summary>The days around today. Unread, they are those of the last reading, at worst none: then every weekday counts as a session.</summary>
    public async Task<SessionDays> AroundAsync(DateOnly today, CancellationToken cancellationToken)
    {
        if (_last is { } known && known.Day == today)
        {
            return known.Days;
        }

        var read = await market.GetCalendarAsync(today.AddDays(-DaysBack), today.AddDays(DaysAhead), cancellationToken).ConfigureAwait(false);
        if (!read.Succeeded)
        {
            logger.LogWarning("The exchange's calendar cannot be read: {Why}", read.Failure);
            return _last?.Days ?? new SessionDays([]);
        }

        var reading = new Reading(today, new SessionDays(read.Value));
        _last = reading;
        return reading.Days;
    }

    private sealed record Reading(DateOnly Day, SessionDays Days);
}
