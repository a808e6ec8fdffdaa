using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Closing;

/// <summary>Two spreads, and two more of their long puts: a close of the puts is lost, while the spreads close theirs, in orders that look the same.</summary>
public sealed class OthersOrdersTests
{
    private readonly DeskHarness _desk = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WhenTheOtherOrderIsNotYetInTheLedger_EachFillIsBookedOnceAndAllIsClosed(bool isNeverTold)
    {
        await HoldAsync();
        CloseScript long2 = isNeverTold ? new CloseScript.FillUntold() : new CloseScript.Fill();
        _desk.Broker.Next(
            new CloseScript.LoseRequest(), new CloseScript.Refuse(422, null, "no"), new CloseScript.Refuse(422, null, "no"),
            new CloseScript.Fill(), long2, new CloseScript.Fill(), new CloseScript.Fill());

        // The answer is on its way into the ledger while the lost close looks for its order.
        _desk.Ledger.Faults.BeforeCommit = async () =>
        {
            if (_desk.Broker.Orders.Any(order => order.Symbol == Spreads.Long))
            {
                _desk.Ledger.Faults.BeforeCommit = null;
                await _desk.AdvanceAsync(TimeSpan.FromSeconds(14));
            }
        };
        await CloseBothAsync();
        await AssertBooksAsync();
    }

    [Fact]
    public async Task WhenARowOfAClosingCannotBeRead_TheLostCloseGoesOn()
    {
        await _desk.Ledger.CommitAsync([new LedgerChange.Put(LedgerKeys.Closing("bad", 1), "{\"broken\": ")], CancellationToken.None);
        await HoldAsync();
        _desk.Broker.Next(
            new CloseScript.LoseRequest(), new CloseScript.Refuse(422, null, "no"), new CloseScript.Refuse(422, null, "no"),
            new CloseScript.Fill(), new CloseScript.Fill(), new CloseScript.Fill());
        await CloseBothAsync();
        await AssertBooksAsync();
    }

    private async Task HoldAsync()
    {
        await Spreads.HoldAsync(_desk);
        _desk.Broker.Hold(Spreads.Long, 4, 2.00m);
        await _desk.SyncAsync();
    }

    private async Task CloseBothAsync()
    {
        var positions = await _desk.PositionsAsync();
        await _desk.WriteAsync($"/close {positions.Single(position => position.Legs.Count == 1).Id}");
        await _desk.WriteAsync($"/close {positions.Single(position => position.Legs.Count == 2).Id}");
        await _desk.AdvanceAsync(TimeSpan.FromMinutes(5));
    }

    private async Task AssertBooksAsync()
    {
        var trades = await _desk.TradesAsync();
        Assert.Equal(_desk.Broker.Fills.Select(fill => fill.Id).Order(), trades.SelectMany(trade => trade.Fills).Select(fill => fill.Id).Order());
        Assert.Equal(-4m, _desk.Broker.Fills.Where(fill => fill.Symbol == Spreads.Long).Sum(fill => -fill.Quantity));
        foreach (var position in await _desk.PositionsAsync())
        {
            Assert.Equal((PositionStatus.Closed, true), (position.Status, position.IsResultKnown));
            Assert.Equal(trades.Where(trade => trade.PositionId == position.Id).Sum(trade => trade.RealizedPnl), position.RealizedPnl);
        }
    }
}
