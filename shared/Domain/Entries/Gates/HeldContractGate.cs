using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Entries.Recommendations;

namespace ExitDesk.Domain.Entries.Gates;

/// <summary>Opens nothing in a contract or stock that is held, ordered or being entered already, on either side.</summary>
/// <remarks>The same side would change what a position was opened for; the other side would close it, or be refused.</remarks>
public static class HeldContractGate
{
    public const string Name = "duplicate or opposite";

    public static GateFinding Evaluate(Recommendation recommendation, EntryFacts facts, EntrySettings settings)
    {
        if (facts is not { Holdings: { } holdings, OpenOrders: { } orders, Positions: { } positions, Entries: { } entries })
        {
            return GateFinding.CannotTell(Name, "what is held and ordered");
        }

        var own = entries.FirstOrDefault(entry => entry.Id == recommendation.Id)?.Attempt?.Ticket.ClientOrderId;
        var symbols = recommendation.Legs.Select(leg => leg.Symbol).ToHashSet(StringComparer.Ordinal);
        var found = holdings.Where(holding => symbols.Contains(holding.Symbol)).Select(holding => $"{EntryGateText.Number(holding.Quantity)} {holding.Symbol} held")
            .Concat(positions.Where(position => Positions.PositionStatuses.IsLive(position.Status) && position.Legs.Any(leg => symbols.Contains(leg.Symbol))).Select(position => $"position {position.Id}"))
            .Concat(orders.Where(order => order.ClientOrderId != own && symbols.Any(symbol => Works(order, symbol))).Select(order => $"order {order.Id}"))
            .Concat(facts.OthersThan(recommendation).Where(entry => entry.Recommendation.Legs.Any(leg => symbols.Contains(leg.Symbol))).Select(entry => $"entry {entry.Id}"))
            .ToList();
        return found.Count == 0
            ? GateFinding.Passed(Name, "nothing of it is held, ordered or being entered", "")
            : GateFinding.Refused(Name, "it is held, ordered or being entered already", string.Join(", ", found));
    }

    private static bool Works(Orders.Order order, string symbol) => order.Works(symbol, Orders.OrderSide.Buy) || order.Works(symbol, Orders.OrderSide.Sell);
}
