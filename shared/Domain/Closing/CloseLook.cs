using System.Collections.Frozen;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Structures;

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
    public IReadOnlySet<string> OfOtherClosings { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Ids of orders in it that other closings sent, or may have sent without hearing of it yet.</summary>
    public IReadOnlySet<string> PerhapsOfOtherClosings { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Contracts or shares by symbol that cover what other positions of the account sold, above 0; empty if none do.</summary>
    public IReadOnlyDictionary<string, decimal> Covering { get; init; } = FrozenDictionary<string, decimal>.Empty;

    /// <summary>True if positions and orders were both read.</summary>
    public bool IsComplete => Held is not null;

    /// <summary>Signed quantity held of a symbol; 0 if none. Only of a complete look.</summary>
    public decimal HeldOf(string symbol) => Held!.GetValueOrDefault(symbol);

    /// <summary>What working orders of other closings may still close of a leg, 0 or more.</summary>
    public decimal ReservedOf(PositionLeg leg) =>
        Orders.Where(order => PerhapsOfOtherClosings.Contains(order.Id)).Sum(order => order.RemainingOf(leg.Symbol, leg.ClosingSide()));
}
