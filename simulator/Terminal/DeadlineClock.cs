using ExitDesk.Domain.Contracts;
using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.Simulator.Terminal;

/// <summary>The last safe exit of what expires today.</summary>
internal sealed class DeadlineClock(SimulatedVenue venue, IReadOnlySet<string> broadBasedEtfs)
{
    // How long before the broker stops taking orders a close should have been sent.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Ordinary = TimeSpan.FromMinutes(45);
    private static readonly TimeSpan BroadBased = TimeSpan.FromMinutes(30);

    /// <summary>The earliest among the legs, UTC; null: none that is held expires today.</summary>
    public DateTimeOffset? Of(IReadOnlyList<LegState> legs)
    {
        var today = NewYork.DateOf(venue.Now);
        if (venue.Sessions.Session(today) is not { } session)
        {
            return null;
        }

        return legs
            .Where(leg => leg.Held != 0)
            .Select(leg => OccSymbol.TryParse(leg.Symbol, out var contract, out _) && contract.Expiration == today ? contract.Underlying : null)
            .OfType<string>()
            .Select(underlying => (DateTimeOffset?)(session.Close - (broadBasedEtfs.Contains(underlying) ? BroadBased : Ordinary) - Margin))
            .Min();
    }

    /// <summary>The time left, for instance <c>T-29:45</c>, or how long it is past.</summary>
    public static string Words(DateTimeOffset? deadline, DateTimeOffset now)
    {
        if (deadline is not { } at)
        {
            return "";
        }

        var left = at > now ? at - now : now - at;
        var sign = at > now ? "T-" : "past ";
        return left >= TimeSpan.FromHours(1) ? $"{sign}{(int)left.TotalHours}:{left.Minutes:00} h" : $"{sign}{left.Minutes}:{left.Seconds:00}";
    }
}
