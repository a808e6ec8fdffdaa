using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;

namespace ExitDesk.Domain.Exits;

/// <summary>Counts a position's place in time.</summary>
public static class PositionTiming
{
    /// <summary>Counts.</summary>
    /// <param name="position">What is held.</param>
    /// <param name="moment">Now; the session must be known.</param>
    /// <param name="newYorkTime">Now, on New York's clock.</param>
    /// <param name="deadlineAt">The deadline of its nearest leg; the close if none expires today.</param>
    /// <param name="enteredOn">The day of its entry in New York; null if unknown.</param>
    /// <param name="days">The exchange's days.</param>
    public static TimingFacts Of(
        Position position, MarketMoment moment, TimeOnly newYorkTime, DateTimeOffset deadlineAt, DateOnly? enteredOn, SessionDays days)
    {
        var today = moment.Session!.Date;
        var expiration = position.Structure.NearestExpiration;
        return new TimingFacts(
            moment.Now,
            newYorkTime,
            moment.Session.CloseAt,
            deadlineAt,
            expiration is { } last ? days.Count(today, last) : null,
            expiration?.DayNumber - today.DayNumber,
            expiration is { } then && enteredOn is { } entry ? days.Count(entry, then) : null,
            expiration?.DayNumber - enteredOn?.DayNumber,
            today.DayNumber - enteredOn?.DayNumber,
            position.OpenedAt is { } openedAt ? days.TradingMinutes(openedAt, moment.Now) : null);
    }
}
