using ExitDesk.Domain.Entries.Recommendations;

namespace ExitDesk.Domain.Entries.Gates;

/// <summary>Puts only so much at stake in one day, over all entries that were sent or are on their way.</summary>
public static class DayRiskGate
{
    public const string Name = "risk per day";

    public static GateFinding Evaluate(Recommendation recommendation, EntryFacts facts, EntrySettings settings)
    {
        if (settings.MaximumRiskPerDay is not { } most)
        {
            return GateFinding.Passed(Name, "no limit is set", "");
        }

        if (facts.Entries is null || EntryOffer.For(recommendation, facts, settings) is not { } offer)
        {
            return GateFinding.CannotTell(Name, "the price or the day's entries: what could be lost");
        }

        var others = facts.OfTheDay(recommendation).ToList();
        if (offer.Risk is not { } own || others.Exists(entry => entry.Offer is { Risk: null } or null))
        {
            return GateFinding.Refused(Name, "a loss of the day has no bound", $"at most {EntryGateText.Usd(most)}");
        }

        var risk = own + others.Sum(entry => entry.RiskShare());
        var evidence = $"{EntryGateText.Usd(own)} and {EntryGateText.Usd(risk - own)} of the day's others, at most {EntryGateText.Usd(most)}";
        return risk <= most
            ? GateFinding.Passed(Name, "what the day can lose is within the limit", evidence)
            : GateFinding.Refused(Name, "the day would lose more than it may", evidence);
    }

    // Of an entry that is over, what filled is at stake; of one that goes on, all of it.
    private static decimal RiskShare(this Execution.PositionEntry entry) =>
        entry.Offer!.Risk!.Value * (entry.End is null ? 1 : entry.FilledQuantity / entry.Recommendation.Quantity);
}
