using System.Globalization;
using ExitDesk.Domain.Entries.Recommendations;

namespace ExitDesk.Domain.Entries.Gates;

/// <summary>Opens no more at once than the settings allow.</summary>
public static class QuantityGate
{
    public const string Name = "quantity";

    public static GateFinding Evaluate(Recommendation recommendation, EntryFacts facts, EntrySettings settings)
    {
        var isStock = recommendation.Action.IsStock();
        var most = isStock ? settings.MaximumShares : settings.MaximumContracts;
        var evidence = string.Create(CultureInfo.InvariantCulture, $"{recommendation.Quantity} of at most {most} {(isStock ? "shares" : recommendation.IsMultiLeg ? "units" : "contracts")}");
        return recommendation.Quantity <= most
            ? GateFinding.Passed(Name, "the quantity is within its limit", evidence)
            : GateFinding.Refused(Name, "more than one entry may have", evidence);
    }
}
