namespace ExitDesk.Engine.Health;

/// <summary>The answer of <c>/api/health</c>.</summary>
/// <param name="Status"><c>ok</c>, or <c>degraded</c> with problems.</param>
/// <param name="Problems">In words; empty if there are none.</param>
/// <param name="Account">Name of the ledger's partition.</param>
/// <param name="Mode">Monitor or Active; null if the ledger does not answer.</param>
/// <param name="TradingState">Active or Halted; null if the ledger does not answer.</param>
/// <param name="Runs">Each kind of recurring run since the process started.</param>
/// <param name="OutboxDepth">Entries that have not left the ledger; null if it does not answer.</param>
/// <param name="OpenPositions">Live positions; null if the ledger does not answer.</param>
/// <param name="UnsettledClosings">Closings that have not ended; null if the ledger does not answer.</param>
/// <param name="PendingEntries">Recommendations that wait or are under way; null if the ledger does not answer.</param>
/// <param name="BrokerCallsLeft">Of this minute, as the broker last said; null if it has said nothing yet.</param>
/// <param name="LedgerReads">Storage transactions that read, since the process started; this report's own included.</param>
/// <param name="LedgerWrites">Storage transactions that wrote, since the process started.</param>
/// <param name="FeedAgeSeconds">Age of the newest quote at the last sweep, by the broker's clock; null if none was read yet.</param>
/// <param name="Chat"><c>ok</c>, or why messages do not arrive.</param>
public sealed record HealthReport(
    string Status,
    IReadOnlyList<string> Problems,
    string Account,
    string? Mode,
    string? TradingState,
    IReadOnlyDictionary<string, RunRecord> Runs,
    int? OutboxDepth,
    int? OpenPositions,
    int? UnsettledClosings,
    int? PendingEntries,
    int? BrokerCallsLeft,
    long LedgerReads,
    long LedgerWrites,
    double? FeedAgeSeconds,
    string Chat);
