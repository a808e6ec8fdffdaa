using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;

namespace ExitDesk.Engine.History;

/// <summary>One end of a position, or of a part of it, in money: all legs together.</summary>
/// <param name="Id">The closing's id, or what else ended it.</param>
/// <param name="Rows">One for each leg, at least one.</param>
public sealed record ClosedTrade(string Id, IReadOnlyList<TradeRecord> Rows)
{
    /// <summary>When the last of it ended, UTC.</summary>
    public DateTimeOffset EndedAt => Rows.Max(static row => row.EndedAt);

    /// <summary>USD, commissions not counted.</summary>
    public decimal RealizedPnl => Rows.Sum(static row => row.RealizedPnl);

    /// <summary>The rule; null if no close of ours ended it.</summary>
    public ExitReason? Reason => Rows[0].Reason;

    /// <summary>How it ended where no trade did; null for trades.</summary>
    public PositionStatus? Ending => Rows[0].Ending;

    /// <summary>What its owner traded it for; null if untagged.</summary>
    public string? Strategy => Rows[0].Strategy;

    /// <summary>Trades from their rows, the latest first.</summary>
    public static IReadOnlyList<ClosedTrade> Of(IEnumerable<TradeRecord> rows) =>
    [
        .. rows
            .DistinctBy(static row => row.Id)
            .GroupBy(static row => row.Id.EndsWith($":{row.Symbol}", StringComparison.Ordinal) ? row.Id[..^(row.Symbol.Length + 1)] : row.Id)
            .Select(static group => new ClosedTrade(group.Key, [.. group]))
            .OrderByDescending(static trade => trade.EndedAt)
            .ThenBy(static trade => trade.Id, StringComparer.Ordinal),
    ];
}
