using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Closing;

/// <summary>Five long puts are held, of which two cover a short one each and three stand alone; those three are stopped.</summary>
public sealed class SharedContractTests
{
    private readonly DeskHarness _desk = new();

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    public async Task WhenTheOwnerSoldSomeElsewhere_TheCoverOfTheSpreadStays(int soldElsewhere, int closed)
    {
        await HoldAsync();
        Sell(soldElsewhere);
        await StopAsync();
        await _desk.AdvanceAsync(TimeSpan.FromSeconds(5));

        Assert.Equal((Spreads.Long, (decimal)closed), Assert.Single(_desk.Broker.Closes));
        Assert.Equal(2, Spreads.Held(_desk, Spreads.Long, 5));
    }

    [Fact]
    public async Task WhenOnlyTheCoverIsLeft_NothingIsSentAndTheSyncFindsTheEnd()
    {
        await HoldAsync();
        Sell(3);
        await StopAsync();
        for (var i = 0; i < 3; i++)
        {
            await _desk.SyncAsync();
            await _desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        }

        Assert.Empty(_desk.Broker.Closes);
        Assert.Equal(PositionStatus.ClosedElsewhere, (await SingleAsync()).Status);
        Assert.Contains(await _desk.PositionsAsync(), position => position is { Kind: StructureKind.VerticalCredit, Quantity: 2, Status: PositionStatus.Open });
    }

    [Fact]
    public async Task WhenTheSpreadIsClosedAtTheSameTime_NeitherCancelsTheOtherAndBothEnd()
    {
        await HoldAsync();
        _desk.Broker.Next(new CloseScript.Work());
        await StopAsync();
        var ours = Assert.Single(_desk.Broker.Orders);
        await _desk.WriteAsync($"/close {(await _desk.PositionsAsync()).Single(position => position.Kind == StructureKind.VerticalCredit).Id}");
        _desk.Broker.Next(new CloseScript.Fill());
        await _desk.AdvanceAsync(TimeSpan.FromSeconds(20));
        Assert.DoesNotContain(ours.Id, _desk.Broker.Cancels);

        _desk.Broker.Execute(ours.Id, 3, 1.00m);
        await _desk.RunUntilQuietAsync();

        Assert.All(await _desk.ClosingsAsync(), closing => Assert.Equal((CloseEnd.Closed, 0), (closing.End, closing.Displaced.Count)));
        Assert.Equal((0, 0), (Spreads.Held(_desk, Spreads.Long, 5), Spreads.Held(_desk, Spreads.Short, -2)));
    }

    [Fact]
    public async Task WhenLessIsHeldThanBothWant_TheOtherCloseIsWaitedForAndNotTakenForTheOwners()
    {
        await HoldAsync();
        _desk.Broker.Next(new CloseScript.Work());
        await StopAsync();
        var ours = Assert.Single(_desk.Broker.Orders);
        Sell(1);
        await _desk.WriteAsync($"/close {(await _desk.PositionsAsync()).Single(position => position.Kind == StructureKind.VerticalCredit).Id}");
        await _desk.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(2, (await _desk.ClosingsAsync()).Count);
        Assert.Empty(_desk.Broker.Cancels);
        Assert.Empty(_desk.Broker.Tickets);
        Assert.Contains(_desk.Desk.Shown, card => card.Html.Contains("Another close is selling what is held of the same contract", StringComparison.Ordinal));
        _desk.Broker.Execute(ours.Id, 3, 1.00m);
        await _desk.RunUntilQuietAsync();
        Assert.All(await _desk.ClosingsAsync(), closing => Assert.Empty(closing.Displaced));
    }

    private async Task HoldAsync()
    {
        _desk.Broker.Hold(Spreads.Long, 3, 2.00m);
        await Spreads.HoldAsync(_desk);
        _desk.Broker.Hold(Spreads.Long, 5, 2.00m);
        await _desk.SyncAsync();
        Assert.Equal([StructureKind.LongOption, StructureKind.VerticalCredit], (await _desk.PositionsAsync()).Select(position => position.Kind).Order());
        Assert.Equal(3, (await SingleAsync()).Quantity);
    }

    private void Sell(int quantity)
    {
        if (quantity > 0)
        {
            _desk.Broker.CloseElsewhere(Spreads.Long, quantity);
        }
    }

    // Both legs lose alike: the spread holds.
    private async Task StopAsync()
    {
        _desk.Market.Quote(Spreads.Long, 0.99m, 1.01m);
        _desk.Market.Quote(Spreads.Short, 2.39m, 2.41m);
        _desk.Broker.PriceFills(Spreads.Long, 1.00m);
        await _desk.SweepAsync(2);
    }

    private async Task<Position> SingleAsync() => (await _desk.PositionsAsync()).Single(position => position.Kind == StructureKind.LongOption);
}
