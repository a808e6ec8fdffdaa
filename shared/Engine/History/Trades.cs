using System.Globalization;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.History;

/// <summary>Trade rows. Stream <c>trades:{month in New York}</c>.</summary>
public static class Trades
{
    public static string StreamOf(DateTimeOffset at) => StreamOf(NewYork.DateOf(at));

    public static string StreamOf(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"trades:{day:yyyy-MM}");

    public static HistoryRow Row(TradeRecord trade)
    {
        var columns = new Dictionary<string, object>
        {
            ["EndedAt"] = trade.EndedAt,
            ["Symbol"] = trade.Symbol,
            ["Quantity"] = Text(trade.Quantity),
            ["EntryPrice"] = Text(trade.EntryPrice),
            ["ExitPrice"] = Text(trade.ExitPrice),
            ["RealizedPnl"] = Text(trade.RealizedPnl),
            ["Reason"] = trade.Reason?.ToString() ?? trade.Ending?.ToString() ?? "Elsewhere",
        };
        return new HistoryRow(StreamOf(trade.EndedAt), $"{NewYork.DateOf(trade.EndedAt):yyyy-MM-dd}:{trade.Id}", LedgerJson.Write(trade), columns);
    }

    /// <summary>All trades of New York days, the latest first.</summary>
    /// <param name="ledger">Where they are.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    /// <exception cref="LedgerUnavailableException">The storage did not answer.</exception>
    public static async Task<IReadOnlyList<ClosedTrade>> ReadAsync(ILedger ledger, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var trades = new List<TradeRecord>();
        foreach (var month in HistoryMonths.Of(from, to))
        {
            var rows = await ledger.ReadHistoryAsync(StreamOf(month), cancellationToken).ConfigureAwait(false);
            trades.AddRange(rows.Select(static row => LedgerJson.Read<TradeRecord>(row.Key, row.Json)));
        }

        return ClosedTrade.Of(trades.Where(trade => NewYork.DateOf(trade.EndedAt) is var day && day >= from && day <= to));
    }

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
