using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.Settings;

namespace ExitDesk.Engine.State;

/// <summary>The ledger's rows as documents.</summary>
public sealed class DeskLedger(ILedger ledger, DeskOptions options)
{
    public async Task<IReadOnlyList<Stored<Position>>> PositionsAsync(CancellationToken cancellationToken) =>
        await ListAsync<Position>(LedgerKeys.Positions, cancellationToken).ConfigureAwait(false);

    public Task<Stored<Position>?> PositionAsync(string id, CancellationToken cancellationToken) =>
        FindAsync<Position>(LedgerKeys.Position(id), cancellationToken);

    public async Task<IReadOnlyDictionary<string, PositionMark>> MarksAsync(CancellationToken cancellationToken)
    {
        var marks = await ListAsync<PositionMark>(LedgerKeys.Marks, cancellationToken).ConfigureAwait(false);
        return marks.ToDictionary(mark => mark.Value.PositionId, mark => mark.Value);
    }

    public async Task<PositionMark> MarkAsync(string positionId, CancellationToken cancellationToken)
    {
        var mark = await FindAsync<PositionMark>(LedgerKeys.Mark(positionId), cancellationToken).ConfigureAwait(false);
        return mark?.Value ?? PositionMark.None(positionId);
    }

    public async Task<IReadOnlyList<Stored<PositionClosing>>> ClosingsAsync(CancellationToken cancellationToken) =>
        await ListAsync<PositionClosing>(LedgerKeys.Closings, cancellationToken).ConfigureAwait(false);

    public Task<Stored<PositionClosing>?> ClosingAsync(string positionId, int number, CancellationToken cancellationToken) =>
        FindAsync<PositionClosing>(LedgerKeys.Closing(positionId, number), cancellationToken);

    public async Task<IReadOnlyList<Stored<ApprovalCard>>> ApprovalsAsync(CancellationToken cancellationToken) =>
        await ListAsync<ApprovalCard>(LedgerKeys.Approvals, cancellationToken).ConfigureAwait(false);

    public Task<Stored<ApprovalCard>?> ApprovalAsync(string token, CancellationToken cancellationToken) =>
        FindAsync<ApprovalCard>(LedgerKeys.Approval(token), cancellationToken);

    /// <summary>Mode and state; those of the settings until the owner changed them.</summary>
    public async Task<DeskSwitches> SwitchesAsync(CancellationToken cancellationToken)
    {
        var stored = await FindAsync<DeskSwitches>(LedgerKeys.DeskSwitches, cancellationToken).ConfigureAwait(false);
        return stored?.Value ?? new DeskSwitches(options.InitialMode, Domain.Sessions.TradingState.Active);
    }

    public async Task<Stored<T>?> FindAsync<T>(string key, CancellationToken cancellationToken)
    {
        var row = await ledger.FindAsync(key, cancellationToken).ConfigureAwait(false);
        return row is null ? null : new Stored<T>(LedgerJson.Read<T>(row.Key, row.Json), row.Version);
    }

    private async Task<List<Stored<T>>> ListAsync<T>(string prefix, CancellationToken cancellationToken)
    {
        var rows = await ledger.ListAsync(prefix, cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => new Stored<T>(LedgerJson.Read<T>(row.Key, row.Json), row.Version))];
    }
}
