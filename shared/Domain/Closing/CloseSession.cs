using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Sessions;

namespace ExitDesk.Domain.Closing;

/// <summary>What the edges of the session ask of a closing.</summary>
internal static class CloseSession
{
    /// <summary>Null if it may go on. A clock that says open without a known session is believed: better a late order refused than a stop asleep.</summary>
    public static CloseStep? Wait(PositionClosing closing, MarketMoment moment)
    {
        var isLastSession = closing.OpenLegs.All(leg => EndsBefore(leg.Symbol, moment.NextOpen));
        if (!moment.IsOpen && isLastSession)
        {
            return new CloseStep.Settle(CloseEnd.Unfilled, "its contract expired before anybody took the order");
        }

        if (isLastSession && moment.UntilClose is { } left && left <= CloseLimits.BeforeClose)
        {
            return new CloseStep.Wait(moment.Now + left + CloseLimits.AfterClose, "its contract's last session ends, and no order may follow", IsAlarming: true);
        }

        if (!moment.IsOpen || moment.UntilClose <= CloseLimits.BeforeClose)
        {
            return new CloseStep.Wait(
                moment.NextOpen + CloseLimits.AfterOpen,
                "the market is closed; goes on after the next open",
                IsAlarming: closing.Trigger.Authority == CloseAuthority.Rule || closing.Attempts.Count > 0);
        }

        var waitedForOpen = moment.Session is { } session && closing.Trigger.At < session.OpenAt;
        return !waitedForOpen ? null
            : moment.SinceOpen < CloseLimits.AfterOpen ? new CloseStep.Wait(
                moment.Session!.OpenAt + CloseLimits.AfterOpen, "the market has just opened; its first prices are wild")
            : closing.Trigger.Authority == CloseAuthority.Rule ? new CloseStep.Settle(
                CloseEnd.Unfilled, "it waited over night, and its rule is asked again at today's prices")
            : null;
    }

    // The next open is on the day of the next session, in New York as in UTC: a contract that does not live to see it is dead.
    private static bool EndsBefore(string symbol, DateTimeOffset nextOpen) =>
        OccSymbol.TryParse(symbol, out var contract, out _) && contract.Expiration < DateOnly.FromDateTime(nextOpen.UtcDateTime);
}
