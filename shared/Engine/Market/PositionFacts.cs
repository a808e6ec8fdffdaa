using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;

namespace ExitDesk.Engine.Market;

/// <summary>What an evaluation knows of a position beside its quotes.</summary>
public static class PositionFacts
{
    /// <summary>At a moment of an open session. Trading days and dividends are not known here.</summary>
    /// <param name="position">Any.</param>
    /// <param name="moment">Its session must not be null.</param>
    /// <param name="underlying">USD per share; null if unknown.</param>
    public static ExitFacts At(Position position, MarketMoment moment, decimal? underlying)
    {
        var session = moment.Session!;
        var opened = position.OpenedAt is { } at ? NewYork.DateOf(at) : (DateOnly?)null;
        var expiration = position.Structure.NearestExpiration;
        return new ExitFacts(
            new UnderlyingFacts(underlying, position.UnderlyingEntryPrice, PositionDirection.Of(position.Structure)),
            new TimingFacts(
                moment.Now,
                TimeOnly.FromTimeSpan(moment.Now - NewYork.At(session.Date, TimeOnly.MinValue)),
                session.CloseAt,
                session.CloseAt,
                TradingDaysLeft: null,
                DaysLeft: expiration?.DayNumber - session.Date.DayNumber,
                TradingDaysAtEntry: null,
                DaysAtEntry: expiration?.DayNumber - opened?.DayNumber,
                DaysHeld: session.Date.DayNumber - opened?.DayNumber,
                TradingMinutesHeld: null));
    }
}
