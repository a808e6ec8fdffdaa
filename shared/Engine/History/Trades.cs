using System.Globalization;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.History;

/// <summary>Trade rows. Stream <c>trades:{month in New York}</c>.</summary>
public static class Trades
{
    public static string StreamOf(DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"trades:{NewYork.DateOf(at):yyyy-MM}");

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

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
