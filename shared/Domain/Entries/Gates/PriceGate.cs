using ExitDesk.Domain.Entries.Recommendations;

namespace ExitDesk.Domain.Entries.Gates;

/// <summary>Opens only where a price holds every bound: the recommendation's, the desk's slippage, and the one that its owner saw.</summary>
public static class PriceGate
{
    public const string Name = "price";

    public static GateFinding Evaluate(Recommendation recommendation, EntryFacts facts, EntrySettings settings)
    {
        if (!facts.Moment.IsOpen || facts.Quotes is null || (facts.Terms is null && !recommendation.Action.IsStock()))
        {
            return GateFinding.CannotTell(Name, "the market");
        }

        var offer = EntryOffer.For(recommendation, facts, settings);
        var bounds = recommendation.LimitPrice is { } limit ? $"limit {EntryGateText.Price(limit)}" : $"at most {EntryGateText.Price(recommendation.MaximumSlippage ?? 0)} from the mid";
        var evidence = $"{bounds}, the desk's slippage {EntryGateText.Price(settings.MaximumSlippage)}{(facts.ApprovedPrice is { } seen ? $", approved at {EntryGateText.Price(seen)}" : "")}{(offer?.Mid is { } mid ? $", mid {EntryGateText.Price(mid)}" : "")}";
        return offer is null
            ? GateFinding.Refused(Name, "no price that the broker takes holds every bound", evidence)
            : GateFinding.Passed(Name, $"it would be sent at {EntryGateText.Price(offer.LimitPrice)}", evidence);
    }
}
