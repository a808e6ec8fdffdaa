using ExitDesk.Domain.Orders;

namespace ExitDesk.Domain.Closing;

/// <summary>What the broker said when a closing looked. Only complete, successful reads become a look.</summary>
/// <param name="At">The broker's clock.</param>
/// <param name="Held">Signed quantity of the position, 0 if there is none; null if only orders were asked for.</param>
/// <param name="Orders">Open orders of the symbol and all since the trigger; or, if <paramref name="Held"/> is null, just our
/// own working ones.</param>
public sealed record CloseLook(DateTimeOffset At, decimal? Held, IReadOnlyList<Order> Orders)
{
    /// <summary>True if position and orders were both read.</summary>
    public bool IsComplete => Held is not null;
}
