using ExitDesk.Domain.Sessions;

namespace ExitDesk.Engine.Market;

/// <summary>The moment at which rules act next: now in the session, the next open outside of it.</summary>
internal static class ActingMoment
{
    /// <summary>Its session is known. A day that the calendar does not cover counts as a regular session.</summary>
    public static MarketMoment Of(MarketMoment moment, SessionDays days)
    {
        if (moment.Session is { } today && moment.Now < today.CloseAt)
        {
            return moment.Now < today.OpenAt ? moment with { Now = today.OpenAt } : moment;
        }

        var next = days.NextAfter(NewYork.DateOf(moment.Now))
            ?? new Session(NewYork.DateOf(moment.NextOpen), moment.NextOpen, moment.NextOpen + TimeSpan.FromHours(6.5));
        return moment with { Now = next.OpenAt > moment.Now ? next.OpenAt : moment.Now, Session = next };
    }
}
