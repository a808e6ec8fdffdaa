using ExitDesk.Domain.Activities;
using ExitDesk.Domain.Positions;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Sync;

public sealed class EndingsTests
{
    private const string Expiring = "GOOG151224P00740000";

    private readonly DeskHarness _desk = new();

    public EndingsTests() => _desk.Time.Advance(TimeSpan.FromDays(2));

    [Theory]
    [InlineData(2, ActivityKind.Expiration, PositionStatus.Expired, -400)]
    [InlineData(2, ActivityKind.Exercise, PositionStatus.Exercised, -400)]
    [InlineData(-2, ActivityKind.Assignment, PositionStatus.Assigned, 400)]
    [InlineData(-2, ActivityKind.Expiration, PositionStatus.Expired, 400)]
    public async Task WhenTheHistoryTellsTheNextMorning_TheEndingAndItsResultAreBooked(
        decimal quantity, ActivityKind kind, PositionStatus status, decimal pnl)
    {
        await ExpireAsync(quantity);
        var expired = await _desk.PositionAsync(Expiring);
        Assert.Equal((PositionStatus.Expired, false, 2m), (expired.Status, expired.IsResultKnown, expired.UnexplainedQuantity));

        _desk.Broker.Tell(Entry(kind, -quantity));
        await _desk.AdvanceAsync(TimeSpan.FromHours(17));
        await _desk.SyncAsync();

        var told = await _desk.PositionAsync(Expiring);
        Assert.Equal((status, true, pnl), (told.Status, told.IsResultKnown, told.RealizedPnl));
        var row = Assert.Single(await _desk.TradesAsync());
        Assert.Equal((pnl, 0m, (PositionStatus?)status), (row.RealizedPnl, row.Cash, row.Ending));
        Assert.Contains(pnl < 0 ? "-$400.00" : "+$400.00", _desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenItWasBooked_LaterSyncsBookNothingMore()
    {
        await ExpireAsync(2);
        _desk.Broker.Tell(Entry(ActivityKind.Expiration, -2));
        for (var i = 0; i < 3; i++)
        {
            await _desk.AdvanceAsync(TimeSpan.FromHours(6));
            await _desk.SyncAsync();
        }

        Assert.Single(await _desk.TradesAsync());
        Assert.Equal(-400, (await _desk.PositionAsync(Expiring)).RealizedPnl);
    }

    [Fact]
    public async Task WhenTheHistoryCannotBeRead_TheResultStaysUnknownUntilItCan()
    {
        await ExpireAsync(2);
        _desk.Broker.Tell(Entry(ActivityKind.Expiration, -2));
        await _desk.AdvanceAsync(TimeSpan.FromHours(17));
        _desk.Broker.ReadFailure = "down";
        await _desk.SyncAsync();
        Assert.Empty(await _desk.TradesAsync());

        _desk.Broker.ReadFailure = null;
        await _desk.AdvanceAsync(TimeSpan.FromMinutes(6));
        await _desk.SyncAsync();
        Assert.Single(await _desk.TradesAsync());
    }

    // Bought or sold at 2.00, and gone after the close without a fill.
    private async Task ExpireAsync(decimal quantity)
    {
        _desk.Broker.Hold(Expiring, quantity, 2.00m);
        await _desk.SyncAsync();
        await _desk.AdvanceAsync(TimeSpan.FromHours(6.5));
        _desk.Broker.Drop(Expiring);
        for (var i = 0; i < 3; i++)
        {
            await _desk.AdvanceAsync(TimeSpan.FromMinutes(1));
            await _desk.SyncAsync();
        }
    }

    private static AccountActivity Entry(ActivityKind kind, decimal quantity) =>
        new("20151228::1", kind, kind.ToString(), Expiring, quantity, null, 0, new DateOnly(2015, 12, 25), null);
}
