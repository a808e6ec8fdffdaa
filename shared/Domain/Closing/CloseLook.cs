using ExitDesk.Domain.Orders;

namespace ExitDesk.Domain.Closing;

/// <summary>What the broker said when a closing looked. Only complete, successful reads become a look.</summary>
/// <param name="At">The broker's clock.</param>
/// <param name="Held">Signed quantity of each leg by symbol, a leg that is not held absent or 0; null if only orders were asked for.</param>
/// <param name="Orders">Open orders of the legs' symbols and all since the trigger; or, if <paramref name="Held"/> is null, just
/// our own working ones.</param>
public sealed record CloseLook(DateTimeOffset At, IReadOnlyDictionary<string, decimal>? Held, IReadOnlyList<Order> Orders)
{
    /// <summary>The order with the client id of the open attempt; null if the broker says that there is none, or was not asked.</summary>
    public Order? ByClientId { get; init; }

    /// <summary>True if the search by client id was made.</summary>
    public bool IsSearched { get; init; }

    /// <summary>Ids of orders that other closings are known to have sent: whatever they look like, they are not ours.</summary>
    public IReadOnlySet<string> OfOtherClosings { get; init; } = System.Collections.Frozen.FrozenSet<string>.Empty;

    /// <summary>True if positions and orders were both read.</summary>
    public bool IsComplete => Held is not null;

    /// <summary>Signed quantity held of a symbol; 0 if none. Only of a complete look.</summary>
    public decimal HeldOf(string symbol) => Held!.GetValueOrDefault(symbol);
}
