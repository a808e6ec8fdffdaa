using ExitDesk.Domain.Sessions;

namespace ExitDesk.Engine.State;

/// <summary>Mode and trading state, as the owner left them.</summary>
/// <param name="Mode">What the desk does with decisions.</param>
/// <param name="State">The kill switch.</param>
/// <param name="ChangedAt">When it was last changed; null if never.</param>
/// <param name="ChangedBy">By whom; null if never.</param>
public sealed record DeskSwitches(TradingMode Mode, TradingState State, DateTimeOffset? ChangedAt = null, string? ChangedBy = null)
{
    /// <summary>When it was last switched to Active, by the broker's clock; null if never: it began so.</summary>
    public DateTimeOffset? ActivatedAt { get; init; }

    /// <summary>True if the desk may send orders of its own.</summary>
    public bool AllowsAutomaticOrders => Mode != TradingMode.Monitor && State != TradingState.Halted;
}
