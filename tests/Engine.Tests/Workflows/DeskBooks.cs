using ExitDesk.Domain.Orders;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows;

/// <summary>Compares what the desk booked with what the broker filled.</summary>
internal static class DeskBooks
{
    /// <summary>Each closing fill of a long position stands in exactly one trade row, to the cent; the position's result is the sum.</summary>
    public static async Task AssertEqualAsync(DeskHarness desk, string symbol, string how = "")
    {
        var filled = desk.Broker.Fills.Where(fill => fill.Symbol == symbol && fill.Side == OrderSide.Sell).ToList();
        var trades = await desk.TradesAsync();
        Assert.Equal(filled.Sum(fill => fill.Quantity * fill.Price * 100), trades.Sum(trade => trade.Cash));
        Assert.Equal(filled.Select(fill => fill.Id).Order(), trades.SelectMany(trade => trade.Fills).Select(fill => fill.Id).Order());
        var realized = (await desk.PositionAsync(symbol)).RealizedPnl ?? 0;
        Assert.True(realized == trades.Sum(trade => trade.RealizedPnl), $"{how}: {realized} is not the sum of its trades");
    }
}
