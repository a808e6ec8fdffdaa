using ExitDesk.Domain.Positions;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Sync;

/// <summary>After its cut-off, 15:15 in New York, the broker takes no order in an expiring contract from anybody but itself.</summary>
public sealed class LiquidationTests
{
    private const string Expiring = "GOOG151222C00750000";

    private readonly DeskHarness _desk = new();

    [Theory]
    [InlineData(Expiring, -1, PositionStatus.ClosedElsewhere)]
    [InlineData(Expiring, 0, PositionStatus.Liquidated)]
    [InlineData(Contracts.Goog, 0, PositionStatus.ClosedElsewhere)]
    public async Task WhenAnExpiringContractIsSoldFromTheCutOffOn_ItWasTheBroker(string symbol, int second, PositionStatus status)
    {
        await _desk.HoldAsync(symbol, 2, 2.00m);
        _desk.Time.Advance(new TimeSpan(5, 15, second));
        _desk.Broker.PriceFills(symbol, 2.50m);
        _desk.Broker.CloseElsewhere(symbol, 2);
        await _desk.SyncAsync();
        Assert.Equal(PositionStatus.Open, (await _desk.PositionAsync(symbol)).Status);

        await _desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        await _desk.SyncAsync();

        Assert.Equal((status, 100m), ((await _desk.PositionAsync(symbol)).Status, Assert.Single(await _desk.TradesAsync()).RealizedPnl));
    }
}
