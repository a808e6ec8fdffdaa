namespace ExitDesk.Simulator.Report;

/// <summary>Where a position stands.</summary>
/// <param name="Status">The ledger's word; <c>Unknown</c> if the ledger never heard of it.</param>
/// <param name="Reason">Of its last closing; null if there was none.</param>
/// <param name="At">When it ended, market time; null while open.</param>
/// <param name="RealizedPnl">USD; null while open.</param>
public sealed record EndReport(string Status, string? Reason, DateTimeOffset? At, decimal? RealizedPnl);
