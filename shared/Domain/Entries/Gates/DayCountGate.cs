using System.Globalization;
using ExitDesk.Domain.Entries.Recommendations;

namespace ExitDesk.Domain.Entries.Gates;

/// <summary>Sends only so many entries a day, whatever becomes of them.</summary>
public static class DayCountGate
{
    public const string Name = "entries per day";

    public static GateFinding Evaluate(Recommendation recommendation, EntryFacts facts, EntrySettings settings)
    {
        if (facts.Entries is null)
        {
            return GateFinding.CannotTell(Name, "the day's entries");
        }

        var count = facts.OfTheDay(recommendation).Count();
        var evidence = string.Create(CultureInfo.InvariantCulture, $"{count} of at most {settings.MaximumPerDay}");
        return count < settings.MaximumPerDay
            ? GateFinding.Passed(Name, "the day has room for one more", evidence)
            : GateFinding.Refused(Name, "the day has had its entries", evidence);
    }
}
