using ExitDesk.Domain.Positions;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Sync;

public sealed class AdjustedPositionTests
{
    private readonly DeskHarness _desk = new();

    [Fact]
    public async Task WhenManyContractsOfAStockAreAdjusted_AllGoOn()
    {
        for (var i = 0; i < 30; i++)
        {
            _desk.Broker.Hold($"GOOG160115C00{700 + i}000", 1, 1.00m);
        }

        await _desk.SyncAsync();
        for (var i = 0; i < 30; i++)
        {
            _desk.Broker.Drop($"GOOG160115C00{700 + i}000");
            _desk.Broker.Hold($"GOOG1160115C00{700 + i}000", 1, 1.00m);
        }

        await _desk.SyncAsync();
        Assert.Equal(30, (await _desk.PositionsAsync()).Count(position => position.Status == PositionStatus.Regrouped));
    }

    [Theory]
    [InlineData("GOOG1160115C00750000", 2)]
    [InlineData("GOOG160115C00375000", 4)]
    public async Task WhenAContractIsAdjustedOverNight_ItGoesOnWithoutAnAlarm(string symbol, decimal quantity)
    {
        var before = await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Broker.Drop(Contracts.Goog);
        _desk.Broker.Hold(symbol, quantity, 1.00m);
        await _desk.SyncAsync();
        await _desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        await _desk.SyncAsync();

        var positions = await _desk.PositionsAsync();
        Assert.Equal(2, positions.Count);
        Assert.Equal(PositionStatus.Regrouped, positions.Single(position => position.Id == before.Id).Status);
        var after = positions.Single(position => position.Id != before.Id);
        Assert.Equal((symbol, PositionStatus.Open, Management.Managed, quantity), (after.Handle, after.Status, after.Management, after.Quantity));
        Assert.DoesNotContain(_desk.Desk.Written, card => card.Html.Contains("⚠️", StringComparison.Ordinal));
        Assert.Single(await _desk.AuditAsync(), row => row.Action == "position-regrouped");
    }
}
