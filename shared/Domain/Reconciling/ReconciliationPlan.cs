using ExitDesk.Domain.Positions;

namespace ExitDesk.Domain.Reconciling;

/// <summary>What the ledger must learn from one read of the broker's positions.</summary>
/// <param name="Changes">In an order in which they can be recorded.</param>
/// <param name="Unread">Options that cannot be recorded yet, because their contract's multiplier is not known.</param>
public sealed record ReconciliationPlan(IReadOnlyList<PositionChange> Changes, IReadOnlyList<BrokerPosition> Unread);
