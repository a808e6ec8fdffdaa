using ExitDesk.Domain.Entries.Recommendations;

namespace ExitDesk.Domain.Entries.Gates;

/// <summary>Opens nothing while an opening order bears our name that this ledger never sent: a ledger was lost, or another desk trades here.</summary>
public static class UnknownOrderGate
{
    public const string Name = "unknown orders";

    public static GateFinding Evaluate(Recommendation recommendation, EntryFacts facts, EntrySettings settings)
    {
        if (facts is not { OpenOrders: { } open, Entries: { } entries })
        {
            return GateFinding.CannotTell(Name, "the open orders");
        }

        var known = entries.Select(entry => entry.Attempt?.Ticket.ClientOrderId).ToHashSet();
        var unknown = open.Where(order => order.IsWorking && EntryOrderIds.IsOurs(order.ClientOrderId) && !known.Contains(order.ClientOrderId)).ToList();
        return unknown.Count == 0
            ? GateFinding.Passed(Name, "every opening order of this name is known", "")
            : GateFinding.Refused(Name, "an opening order with our name is not in the ledger: cancel it at the broker if nobody wants it", string.Join(", ", unknown.Select(order => order.ClientOrderId)));
    }
}
