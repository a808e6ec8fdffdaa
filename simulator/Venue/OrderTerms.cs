using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulator.Venue;

/// <summary>What the broker settled about an order that it will take.</summary>
/// <param name="Contract">Null: a stock.</param>
/// <param name="ReservedPrice">USD per share set aside while it works; zero for sells.</param>
internal sealed record OrderTerms(ListedContract? Contract, PositionIntent Intent, decimal ReservedPrice);
