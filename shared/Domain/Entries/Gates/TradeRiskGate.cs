using ExitDesk.Domain.Entries.Recommendations;

namespace ExitDesk.Domain.Entries.Gates;

/// <summary>Puts only so much at stake in one entry. Its stop does not count.</summary>
public static class TradeRiskGate
{
    public const string Name = "risk per trade";

    public static GateFinding Evaluate(Recommendation recommendation, EntryFacts facts, EntrySettings settings)
    {
        if (settings.MaximumRiskPerTrade is not { } most)
        {
            return GateFinding.Passed(Name, "no limit is set", "");
        }

        if (EntryOffer.For(recommendation, facts, settings) is not { } offer)
        {
            return GateFinding.CannotTell(Name, "the price: what could be lost");
        }

        return offer.Risk is not { } risk ? GateFinding.Refused(Name, "its loss has no bound", $"at most {EntryGateText.Usd(most)}")
            : risk <= most ? GateFinding.Passed(Name, "what it can lose is within the limit", $"{EntryGateText.Usd(risk)} of at most {EntryGateText.Usd(most)}")
            : GateFinding.Refused(Name, "it can lose more than one trade may", $"{EntryGateText.Usd(risk)}, at most {EntryGateText.Usd(most)}");
    }
}
