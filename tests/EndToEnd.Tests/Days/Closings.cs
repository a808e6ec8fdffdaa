using ExitDesk.Simulator.Report;

namespace ExitDesk.EndToEnd.Tests.Days;

/// <summary>What every close must come to, whatever went wrong on its way.</summary>
internal static class Closings
{
    /// <summary>One trigger, one order for the whole quantity, one trade row, the end within a span of market time.</summary>
    public static async Task CheckClosedOnceAsync(PlayedDay day, DayReport report, string symbol, TimeSpan within)
    {
        var position = report.Positions.Single(candidate => candidate.Symbol == symbol);
        day.CheckEqual("Closed", position.End.Status, $"{symbol}: status");
        day.CheckEqual(1, position.Triggers.Count, $"{symbol}: triggers");
        day.CheckEqual("closed", position.Triggers[0].Outcome, $"{symbol}: outcome");
        day.CheckEqual(position.Quantity, position.Orders.Sum(order => order.FilledQuantity), $"{symbol}: contracts sold");
        day.CheckEqual(1, position.Orders.Count, $"{symbol}: orders");
        var took = position.End.At!.Value - position.Triggers[0].At;
        day.Check(took <= within, $"{symbol}: finished within {within} of market time, not {took}");
        var trades = (await day.TradesAsync()).Count(trade => (string?)trade["symbol"] == symbol);
        day.CheckEqual(1, trades, $"{symbol}: trade rows");
    }
}
