using System.Globalization;
using ExitDesk.Domain.Entries.Recommendations;

namespace ExitDesk.Domain.Entries.Gates;

/// <summary>Opens only options that expire neither too soon nor too late.</summary>
public static class DaysToExpirationGate
{
    public const string Name = "days to expiration";

    public static GateFinding Evaluate(Recommendation recommendation, EntryFacts facts, EntrySettings settings)
    {
        if (recommendation.Action.IsStock())
        {
            return GateFinding.Passed(Name, "stock does not expire", recommendation.Legs[0].Symbol);
        }

        if (facts.NewYorkDay is not { } today)
        {
            return GateFinding.CannotTell(Name, "the day in New York");
        }

        var days = recommendation.Contracts().Min(contract => contract.Expiration.DayNumber) - today.DayNumber;
        var evidence = string.Create(CultureInfo.InvariantCulture, $"{days} days, allowed {settings.MinimumDaysToExpiration} to {settings.MaximumDaysToExpiration}");
        return days < settings.MinimumDaysToExpiration ? GateFinding.Refused(Name, "it expires too soon", evidence)
            : days > settings.MaximumDaysToExpiration ? GateFinding.Refused(Name, "it expires too late", evidence)
            : GateFinding.Passed(Name, "the expiration is within the window", evidence);
    }
}
