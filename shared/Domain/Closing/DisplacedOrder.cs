using ExitDesk.Domain.Orders;

namespace ExitDesk.Domain.Closing;

/// <summary>An order of the owner that was cancelled because it held the quantity. It is put back if the position stays open.</summary>
/// <param name="Order">As last seen.</param>
/// <param name="At">When it was first asked to be cancelled, by the broker's clock.</param>
public sealed record DisplacedOrder(Order Order, DateTimeOffset At)
{
    /// <summary>The order that takes its place, written before the broker hears of it; null until then.</summary>
    public CloseAttempt? Return { get; init; }

    /// <summary>What became of it, in words; null while that is open.</summary>
    public string? Result { get; init; }
}
