using ExitDesk.Domain.Positions;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Closing;

/// <summary>A structure that lost a leg to somebody else while its stop fires.</summary>
public sealed class BrokenSpreadTests
{
    private readonly DeskHarness _desk = new();

    [Fact]
    public async Task WhenItsShortLegIsGone_ItIsNotClosedOverAndOverButTakenApart()
    {
        await HoldStoppedAsync();
        _desk.Broker.Drop(Spreads.Short);

        await RunAsync(minutes: 3);

        Assert.InRange((await _desk.ClosingsAsync()).Count, 1, 2);
        var rest = await _desk.PositionAsync(Spreads.Long);
        Assert.Equal((true, PositionStatus.Open, 1), (rest.IsOrphan, rest.Status, rest.Legs.Count));
        Assert.Equal(2, _desk.Broker.Orders.Count + (await _desk.Broker.GetHoldingAsync(Spreads.Long, CancellationToken.None)).Value!.Quantity);
    }

    [Fact]
    public async Task WhenNoSyncTakesItApart_ItsRulesActAgainAfterAWhile()
    {
        await HoldStoppedAsync();
        _desk.Broker.Drop(Spreads.Short);
        await RunAsync(minutes: 1, syncs: false);
        var before = (await _desk.ClosingsAsync()).Count;

        await RunAsync(minutes: 3, syncs: false);

        Assert.InRange((await _desk.ClosingsAsync()).Count, before + 1, before + 2);
    }

    private async Task HoldStoppedAsync()
    {
        await Spreads.HoldAsync(_desk);
        _desk.Market.Quote(Spreads.Short, 5.60m, 5.70m);
    }

    // The sweep of a full minute comes before its sync: what the sweep begins, the sync leaves alone.
    private async Task RunAsync(int minutes, bool syncs = true)
    {
        for (var i = 0; i < 4 * minutes; i++)
        {
            await _desk.SweepAsync();
            if (syncs && i % 4 == 0)
            {
                await _desk.SyncAsync();
            }

            await _desk.AdvanceAsync(TimeSpan.FromSeconds(15));
        }
    }
}
