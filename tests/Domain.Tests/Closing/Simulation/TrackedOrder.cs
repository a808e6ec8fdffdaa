using ExitDesk.Domain.Orders;

namespace ExitDesk.Domain.Tests.Closing.Simulation;

/// <summary>An order with its state before the last change, which a slow read may still show.</summary>
internal sealed class TrackedOrder(Order order, bool isOurs)
{
    public bool IsOurs { get; } = isOurs;

    public Order Current { get; private set; } = order;

    public Order Before { get; private set; } = order;

    public DateTimeOffset ListedAt { get; set; }

    public void Become(Order next) => (Before, Current) = (Current, next);
}
