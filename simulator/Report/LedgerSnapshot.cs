using System.Text.Json.Nodes;

namespace ExitDesk.Simulator.Report;

/// <summary>What a ledger told at one time, as far as a report needs it.</summary>
public sealed record LedgerSnapshot(
    IReadOnlyList<JsonObject> Positions, IReadOnlyList<JsonObject> Closings, IReadOnlyList<JsonObject> Approvals, IReadOnlyList<JsonObject> Trades)
{
    /// <summary>Whether a closing is on its way.</summary>
    public bool HasUnsettledClosing => Closings.Any(closing => closing["end"] is null);

    public static async Task<LedgerSnapshot> ReadAsync(string connectionString, CancellationToken cancellationToken)
    {
        var rows = new LedgerRows(connectionString);
        return new LedgerSnapshot(
            await rows.OfKindAsync("position", cancellationToken).ConfigureAwait(false),
            await rows.OfKindAsync("closing", cancellationToken).ConfigureAwait(false),
            await rows.OfKindAsync("approval", cancellationToken).ConfigureAwait(false),
            await rows.OfHistoryAsync("trades", cancellationToken).ConfigureAwait(false));
    }

    /// <summary>This ledger, with what an earlier one that was lost had brought to its end.</summary>
    /// <param name="lost">Null: none was lost.</param>
    public LedgerSnapshot After(LedgerSnapshot? lost) => lost is null ? this : new LedgerSnapshot(
        [.. lost.Positions.Where(position => !LedgerPosition.Of(position).IsLive), .. Positions],
        [.. lost.Closings.Where(closing => closing["end"] is not null), .. Closings],
        [.. lost.Approvals.Where(approval => approval["status"]?.GetValue<string>() != "Open"), .. Approvals],
        [.. lost.Trades, .. Trades]);
}
