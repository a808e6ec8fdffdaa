using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Structures;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Closing;

/// <summary>Two spreads of two have one long put in common, of which the owner sold two elsewhere: one of them is uncovered, and both burn.</summary>
public sealed class LostCoverTests
{
    private const string Other = "GOOG160115P00695000";

    private readonly DeskHarness _desk = new();

    [Fact]
    public async Task WhenBothAreClosedUrgently_TheShortLegsAreBoughtBackAndTheCoverIsSoldLast()
    {
        await Spreads.HoldAsync(_desk);
        _desk.Broker.Hold(Spreads.Long, 4, 2.00m);
        _desk.Broker.Hold(Other, -2, 3.00m);
        _desk.Market.Quote(Other, 3.00m, 3.10m);
        _desk.Broker.PriceFills(Other, 3.10m);
        await _desk.SyncAsync();
        Assert.Equal([StructureKind.VerticalCredit, StructureKind.VerticalCredit], (await _desk.PositionsAsync()).Select(position => position.Kind));
        _desk.Broker.CloseElsewhere(Spreads.Long, 2);
        foreach (var position in await _desk.PositionsAsync())
        {
            await _desk.WriteAsync($"/close {position.Id}");
        }

        await _desk.AdvanceAsync(TimeSpan.FromSeconds(20));
        Assert.Equal((0, 0), (Spreads.Held(_desk, Spreads.Short, -2), Spreads.Held(_desk, Other, -2)));
        for (var i = 0; i < 5; i++)
        {
            await _desk.SyncAsync();
            await _desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        }

        await _desk.RunUntilQuietAsync();
        Assert.All(await _desk.ClosingsAsync(), closing => Assert.Equal((CloseEnd.Closed, 0), (closing.End, closing.Failures)));
        Assert.Equal(0, Spreads.Held(_desk, Spreads.Long, 4));
        Assert.All(await _desk.PositionsAsync(), position => Assert.Empty(position.Unexplained));
        Assert.Equal(CloseResult.Cash(_desk.Broker.Fills, 100) - (4 * 200) + (2 * 320) + (2 * 300), (await _desk.TradesAsync()).Sum(trade => trade.RealizedPnl));
    }
}
