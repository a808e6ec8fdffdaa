using ExitDesk.Domain.Exits;

namespace ExitDesk.Domain.Closing;

/// <summary>What one closing with fills brought, against the market that triggered it.</summary>
/// <param name="ClosingId">Whose.</param>
/// <param name="Reason">The rule, or the owner.</param>
/// <param name="Urgency">The speed that it ended with.</param>
/// <param name="EndedAt">Its last fill, UTC.</param>
/// <param name="Took">From its first trigger to its last fill.</param>
/// <param name="RealizedPnl">USD, commissions not counted.</param>
/// <param name="Shortfall">Null if its fills have no price to compare: legs that were not closed in ratio.</param>
public sealed record ExitReceipt(
    string ClosingId, ExitReason Reason, Urgency Urgency, DateTimeOffset EndedAt, TimeSpan Took, decimal RealizedPnl, CloseShortfall? Shortfall);
