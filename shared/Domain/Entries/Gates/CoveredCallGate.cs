using ExitDesk.Domain.Entries.Recommendations;

namespace ExitDesk.Domain.Entries.Gates;

/// <summary>Sells a call only against shares that are held, and that no other call, sale or entry counts on.</summary>
public static class CoveredCallGate
{
    public const string Name = "covering shares";

    public static GateFinding Evaluate(Recommendation recommendation, EntryFacts facts, EntrySettings settings)
    {
        if (recommendation.Action != EntryAction.SellCall)
        {
            return GateFinding.Passed(Name, "no call is sold alone", "");
        }

        if (facts.Terms?.GetValueOrDefault(recommendation.Legs[0].Symbol) is not { Multiplier: > 0 and var multiplier }
            || facts.Entries is not { } entries
            || CoveringShares.Free(
                recommendation.Underlying, multiplier, facts.Holdings, facts.OpenOrders, facts.Positions, entries.FirstOrDefault(entry => entry.Id == recommendation.Id)?.Attempt?.Ticket.ClientOrderId) is not { } free)
        {
            return GateFinding.CannotTell(Name, "the shares that would cover it");
        }

        // What another entry is about to sell is in no list of the broker yet.
        var promised = facts.OthersThan(recommendation)
            .Where(entry => entry.Recommendation.Action == EntryAction.SellCall && entry.Recommendation.Underlying == recommendation.Underlying && entry.Order is null)
            .Sum(entry => entry.Recommendation.Quantity * multiplier);
        var needed = recommendation.Quantity * multiplier;
        var evidence = $"{EntryGateText.Number(free - promised)} shares free, {EntryGateText.Number(needed)} needed";
        return free - promised >= needed
            ? GateFinding.Passed(Name, "shares cover it", evidence)
            : GateFinding.Refused(Name, "not enough shares are free to cover it: it would be a naked call", evidence);
    }
}
