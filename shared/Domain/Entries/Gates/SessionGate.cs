using System.Globalization;
using ExitDesk.Domain.Entries.Recommendations;

namespace ExitDesk.Domain.Entries.Gates;

/// <summary>Opens only within the entry window of a session, before the recommendation expires. One that comes early waits for the window.</summary>
public static class SessionGate
{
    public const string Name = "session";

    public static GateFinding Evaluate(Recommendation recommendation, EntryFacts facts, EntrySettings settings)
    {
        if (facts.NewYorkTime is not { } newYorkTime || (facts.Moment is { IsOpen: true, Session: null }))
        {
            return GateFinding.CannotTell(Name, "the session");
        }

        var window = EntryWindow.Of(facts.Moment, newYorkTime, settings);
        var next = EntryWindow.NextAfter(window, facts.Moment, settings);
        var evidence = $"now {Ny(facts, newYorkTime, facts.Now)}, {(window is null ? "no session today" : $"entries from {Ny(facts, newYorkTime, window.From)} to {Ny(facts, newYorkTime, window.Until)}")}, it expires {Ny(facts, newYorkTime, recommendation.ExpiresAt)}";
        return facts.Now >= recommendation.ExpiresAt ? GateFinding.Refused(Name, "the recommendation has expired", evidence)
            : next >= recommendation.ExpiresAt ? GateFinding.Refused(Name, "it expires before anything may be opened again", evidence)
            : next > facts.Now ? GateFinding.Passed(Name, $"it waits for the next entry window, from {Ny(facts, newYorkTime, next)}", evidence)
            : GateFinding.Passed(Name, "the entry window is open", evidence);
    }

    // A change of the clocks in between is on a Sunday: shown is the wall clock of today's offset.
    private static string Ny(EntryFacts facts, TimeOnly newYorkTime, DateTimeOffset instant)
    {
        var away = instant - facts.Now;
        var time = newYorkTime.Add(away, out var days);
        return string.Create(CultureInfo.InvariantCulture, $"{time:HH:mm} ET{(days == 0 ? "" : $" {(days > 0 ? "+" : "")}{days} d")}");
    }
}
