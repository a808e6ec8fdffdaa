using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Expiry;
using ExitDesk.Engine.Market;

namespace ExitDesk.Engine.Telling;

/// <summary>The expiry ladder of one position, by the clock.</summary>
internal static class LadderText
{
    /// <summary>Where it stands: which rung is next, or when the ladder begins.</summary>
    public static string Body(RuleReading reading, PositionLook look)
    {
        if (look.Position.Structure.NearestExpiration is not { } expiration)
        {
            return "nothing expires";
        }

        if (!look.IsExpiring)
        {
            return $"watches on its last day, {expiration.ToString("ddd d MMM", System.Globalization.CultureInfo.InvariantCulture)}";
        }

        var now = reading.Decision.Kind == DecisionKind.Close
            ? $"{RuleText.Fired(ExitReason.ExerciseRisk, reading.Value, reading.Threshold)}; "
            : $"{RuleText.Moneyness(reading.Value)}; ";
        return now + (Next(look) ?? "past its deadline");
    }

    /// <summary>The next rung with its time, for instance <c>T-5 at 14:55 ET closes what is in the money</c>; null once none is left.</summary>
    public static string? Next(PositionLook look)
    {
        if (Deadline(look) is not { } deadline || look.Now is not { } now)
        {
            return null;
        }

        var settings = look.Ladder;
        return (deadline - now) switch
        {
            var left when left > settings.WatchFrom => Rung(settings.WatchFrom, "tells you if it is near the money"),
            var left when left > settings.CloseFastFrom => Rung(settings.CloseFastFrom, "closes what is in the money"),
            var left when left > settings.CloseNowFrom => Rung(settings.CloseNowFrom, "closes what could still finish in the money"),
            var left when left > TimeSpan.Zero => $"its deadline is {NewYork.ShortClock(deadline, now)}",
            _ => null,
        };

        string Rung(TimeSpan before, string what) => $"T-{before.TotalMinutes:0.#} at {NewYork.ShortClock(deadline - before, now)} {what}";
    }

    /// <summary>When the first leg that expires in this session must be closed, UTC; null if none does.</summary>
    public static DateTimeOffset? Deadline(PositionLook look) => look.IsExpiring
        ? look.Position.Structure.ClosingLegs
            .Select(leg => leg.Contract)
            .OfType<OptionContract>()
            .Where(contract => contract.Expiration == look.Upcoming[0].Date)
            .Min(contract => (DateTimeOffset?)ExpiryDeadline.Of(contract, look.Upcoming[0], look.Ladder).At)
        : null;
}
