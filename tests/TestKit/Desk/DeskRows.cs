using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;

namespace ExitDesk.TestKit.Desk;

/// <summary>What a desk has written: for tests to look at.</summary>
public static class DeskRows
{
    public static async Task<IReadOnlyList<Position>> PositionsAsync(this DeskHarness desk) => await DocumentsAsync<Position>(desk, LedgerKeys.Positions).ConfigureAwait(false);

    /// <summary>The newest position of a symbol.</summary>
    public static async Task<Position> PositionAsync(this DeskHarness desk, string symbol) =>
        (await desk.PositionsAsync().ConfigureAwait(false)).Last(position => position.Legs.Any(leg => leg.Symbol == symbol));

    public static async Task<IReadOnlyList<PositionClosing>> ClosingsAsync(this DeskHarness desk) => await DocumentsAsync<PositionClosing>(desk, LedgerKeys.Closings).ConfigureAwait(false);

    public static async Task<IReadOnlyList<PositionEntry>> EntriesAsync(this DeskHarness desk) => await DocumentsAsync<PositionEntry>(desk, LedgerKeys.Entries).ConfigureAwait(false);

    public static async Task<IReadOnlyList<ApprovalCard>> ApprovalsAsync(this DeskHarness desk) => await DocumentsAsync<ApprovalCard>(desk, LedgerKeys.Approvals).ConfigureAwait(false);

    public static Task<IReadOnlyList<LedgerRow>> OutboxAsync(this DeskHarness desk) => desk.Ledger.ListAsync(LedgerKeys.Outbox, CancellationToken.None);

    public static Task<IReadOnlyList<TradeRecord>> TradesAsync(this DeskHarness desk) => HistoryAsync<TradeRecord>(desk, Trades.StreamOf(desk.Now));

    public static Task<IReadOnlyList<AuditRecord>> AuditAsync(this DeskHarness desk) => HistoryAsync<AuditRecord>(desk, Audit.StreamOf(desk.Now));

    private static async Task<List<T>> DocumentsAsync<T>(DeskHarness desk, string prefix)
    {
        var rows = await desk.Ledger.ListAsync(prefix, CancellationToken.None).ConfigureAwait(false);
        return [.. rows.Select(row => LedgerJson.Read<T>(row.Key, row.Json))];
    }

    private static async Task<IReadOnlyList<T>> HistoryAsync<T>(DeskHarness desk, string stream)
    {
        var rows = await desk.Ledger.ReadHistoryAsync(stream, CancellationToken.None).ConfigureAwait(false);
        return [.. rows.Select(row => LedgerJson.Read<T>(row.Key, row.Json))];
    }
}
