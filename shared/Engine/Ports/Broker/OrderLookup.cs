using ExitDesk.Domain.Orders;

namespace ExitDesk.Engine.Ports.Broker;

/// <summary>What a search for one order found.</summary>
/// <param name="Order">Null if the broker says plainly that there is none: it may say so for a while after it took one.</param>
public sealed record OrderLookup(Order? Order);
