using ExitDesk.Domain.Entries.Recommendations;

namespace ExitDesk.Domain.Entries.Gates;

/// <summary>Opens only what the account can pay for and secure, beside the entries that are on their way.</summary>
public static class BuyingPowerGate
{
    public const string Name = "buying power";

    public static GateFinding Evaluate(Recommendation recommendation, EntryFacts facts, EntrySettings settings)
    {
        var isStock = recommendation.Action.IsStock();
        if ((isStock ? facts.BuyingPower : facts.OptionsBuyingPower) is not { } power || facts.Entries is null)
        {
            return GateFinding.CannotTell(Name, "the buying power");
        }

        if (EntryOffer.For(recommendation, facts, settings) is not { } offer)
        {
            return GateFinding.CannotTell(Name, "the price: what it takes");
        }

        // What the broker has as an order is out of its buying power already.
        var promised = facts.OthersThan(recommendation).Where(entry => entry.Order is null).Sum(entry => entry.Offer?.Collateral ?? 0);
        var evidence = $"{EntryGateText.Usd(offer.Collateral)} needed, {EntryGateText.Usd(power - promised)} free";
        return offer.Collateral <= power - promised
            ? GateFinding.Passed(Name, "the account can pay for it", evidence)
            : GateFinding.Refused(Name, "the account cannot pay for it or secure it", evidence);
    }
}
