using ExitDesk.Domain.Positions;
using ExitDesk.TestKit.Desk;

namespace ExitDesk.Engine.Tests.Workflows.Closing;

/// <summary>Spreads that closing tests hold: two put credit spreads 700/690 at a credit of 1.20, and condors around 750.</summary>
internal static class Spreads
{
    public const string Short = "GOOG160115P00700000";
    public const string Long = "GOOG160115P00690000";
    public const string ShortCall = "GOOG160115C00800000";
    public const string LongCall = "GOOG160115C00810000";

    /// <summary>Holds it, quoted at a natural cost of 1.50 and a mid of 1.40 (with fills there).</summary>
    public static async Task<Position> HoldAsync(DeskHarness desk, decimal units = 2, bool isCondor = false)
    {
        desk.Broker.Hold(Short, -units, 3.20m);
        desk.Broker.Hold(Long, units, 2.00m);
        desk.Market.Quote(Short, 3.40m, 3.50m);
        desk.Market.Quote(Long, 2.00m, 2.10m);
        desk.Broker.PriceFills(Short, 3.50m);
        desk.Broker.PriceFills(Long, 2.00m);
        if (isCondor)
        {
            desk.Broker.Hold(ShortCall, -units, 2.00m);
            desk.Broker.Hold(LongCall, units, 1.00m);
            desk.Market.Quote(ShortCall, 1.00m, 1.10m);
            desk.Market.Quote(LongCall, 0.40m, 0.50m);
            desk.Broker.PriceFills(ShortCall, 1.10m);
            desk.Broker.PriceFills(LongCall, 0.40m);
        }

        await desk.SyncAsync();
        return await desk.PositionAsync(Short);
    }

    public static decimal Held(DeskHarness desk, string symbol, decimal before) =>
        before + desk.Broker.Fills.Where(fill => fill.Symbol == symbol).Sum(fill => fill.Side == Domain.Orders.OrderSide.Buy ? fill.Quantity : -fill.Quantity);
}
