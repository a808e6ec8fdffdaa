using ExitDesk.Domain.Entries.Execution;
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

        var promised = facts.OthersThan(recommendation)
            .Where(entry => entry.Recommendation.Action == EntryAction.SellCall && entry.Recommendation.Underlying == recommendation.Underlying)
            .Sum(entry => Unlisted(entry, facts) * multiplier);
        var needed = recommendation.Quantity * multiplier;
        var evidence = $"{EntryGateText.Number(free - promised)} shares free, {EntryGateText.Number(needed)} needed";
        return free - promised >= needed
            ? GateFinding.Passed(Name, "shares cover it", evidence)
            : GateFinding.Refused(Name, "not enough shares are free to cover it: it would be a naked call", evidence);
    }

    // What another entry is about to sell is in no list of the broker yet; what it has just sold may be in none either, for the list of positions
    // lags behind the one of orders.
    private static decimal Unlisted(PositionEntry entry, EntryFacts facts)
    {
        var symbol = entry.Recommendation.Legs[0].Symbol;
        var sells = entry.Order is { IsWorking: false } ? entry.FilledQuantity : entry.Recommendation.Quantity;
        var ordered = facts.OpenOrders!.Where(order => order.IsWorking && order.ClientOrderId == entry.Attempt?.Ticket.ClientOrderId).Sum(order => order.RemainingQuantity);
        var sold = facts.Holdings!.Where(holding => holding.Symbol == symbol).Sum(holding => Math.Max(0, -holding.Quantity));
        return Math.Max(0, sells - ordered - sold);
    }
}
