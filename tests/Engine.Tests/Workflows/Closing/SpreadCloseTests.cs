using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Closing;

/// <summary>Several legs close as one order, or short legs first.</summary>
public sealed class SpreadCloseTests
{
    private readonly DeskHarness _desk = new();

    [Fact]
    public async Task WhenTheOwnerClosesASpread_OneOrderClosesBothLegsToTheCent()
    {
        await CloseAsync(new CloseScript.Fill());
        await _desk.RunUntilQuietAsync();

        Assert.Empty(_desk.Broker.Closes);
        var ticket = Assert.Single(_desk.Broker.Tickets);
        Assert.Equal((2m, 1.60m), (ticket.Quantity, ticket.LimitPrice));
        Assert.Equal(
            [(Spreads.Long, PositionIntent.SellToClose), (Spreads.Short, PositionIntent.BuyToClose)], ticket.Legs.Select(leg => (leg.Symbol, leg.Intent)));
        var closing = Assert.Single(await _desk.ClosingsAsync());
        Assert.Equal((CloseEnd.Closed, -60.00m, 0m), (closing.End, closing.RealizedPnl, closing.Shortfall?.AgainstClosingSide));
        var trades = (await _desk.TradesAsync()).OrderBy(trade => trade.Symbol).ToList();
        Assert.Equal([(0.00m, 400m), (-60.00m, -700m)], trades.Select(trade => (trade.RealizedPnl, trade.Cash)));
        var position = await _desk.PositionAsync(Spreads.Short);
        Assert.Equal((PositionStatus.Closed, -60.00m), (position.Status, position.RealizedPnl));
        Assert.Contains("-$60.00", _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Contains("bought back at 1.50", _desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenFilledInParts_TheRemainingUnitsAreClosedAnew()
    {
        await CloseAsync(new CloseScript.Work(), new CloseScript.Fill());
        _desk.Broker.ExecuteLegs("order-0001", 1);
        await _desk.RunUntilQuietAsync();

        Assert.Equal([2m, 1m], _desk.Broker.Tickets.Select(ticket => ticket.Quantity));
        await AssertFlatAsync(-60.00m);
    }

    [Fact]
    public async Task WhenTheBrokerRefusesItTwice_TheShortLegIsClosedFirst()
    {
        await CloseAsync(new CloseScript.Refuse(422, null, "no"), new CloseScript.Refuse(422, null, "no"));
        await _desk.RunUntilQuietAsync();

        Assert.Equal(2, _desk.Broker.Tickets.Count);
        Assert.Equal([(Spreads.Short, 2m), (Spreads.Long, 2m)], _desk.Broker.Closes);
        await AssertFlatAsync(-60.00m);
    }

    [Fact]
    public async Task WhenTheShortLegCannotBeClosed_TheLongOneIsKept()
    {
        await CloseAsync([.. Enumerable.Repeat(new CloseScript.Refuse(422, null, "no"), 30)]);
        await _desk.RunUntilQuietAsync(5);

        Assert.All(_desk.Broker.Closes, close => Assert.Equal(Spreads.Short, close.Symbol));
        Assert.Null(Assert.Single(await _desk.ClosingsAsync()).End);
        Assert.Contains(_desk.Desk.Written, card => card.Html.Contains("Still closing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhenTheRowOfAnotherPositionCannotBeRead_ALegIsLeftAllTheSame()
    {
        await Spreads.HoldAsync(_desk);
        _desk.Market.Quote(Spreads.Long, 0m, 0.05m);
        _desk.Market.Quote(Spreads.Short, 0.10m, 0.15m);
        _desk.Broker.Next(new CloseScript.Work());
        await _desk.WriteAsync("/close GOOG");
        await _desk.Ledger.CommitAsync([new LedgerChange.Put(LedgerKeys.Position("bad"), "{")], default);
        _desk.Broker.Execute("order-0001", 2, 0.15m);
        await _desk.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(CloseEnd.Closed, Assert.Single(await _desk.ClosingsAsync()).End);
        Assert.Empty(_desk.Queue.Dead);
    }

    [Fact]
    public async Task WhenNobodyBidsForTheLongLeg_ItIsLeftToExpire()
    {
        await Spreads.HoldAsync(_desk);
        _desk.Market.Quote(Spreads.Long, 0m, 0.05m);
        _desk.Market.Quote(Spreads.Short, 0.10m, 0.15m);
        _desk.Broker.PriceFills(Spreads.Short, 0.15m);
        _desk.Broker.Next(new CloseScript.Fill());
        await _desk.WriteAsync("/close GOOG");
        await _desk.RunUntilQuietAsync();

        var ticket = Assert.Single(_desk.Broker.Tickets);
        Assert.Equal((Spreads.Short, 0.25m), (Assert.Single(ticket.Legs).Symbol, ticket.LimitPrice));
        Assert.Empty(_desk.Broker.Closes);
        var closing = Assert.Single(await _desk.ClosingsAsync());
        Assert.Equal([Spreads.Long], closing.LeftOut);
        Assert.Equal((CloseEnd.Closed, 590.00m), (closing.End, closing.RealizedPnl));
        Assert.Contains("left to expire", _desk.Desk.Last, StringComparison.Ordinal);
        var left = Assert.Single(await _desk.PositionsAsync(), position => position.Status == PositionStatus.Open);
        Assert.Equal((Spreads.Long, 2m, 2.00m), (left.MainLeg.Symbol, left.Quantity, left.EntryPrice));

        await _desk.SyncAsync();
        Assert.Equal(2, (await _desk.PositionsAsync()).Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task WhenTheLegThatWasLeftIsSoldBeforeTheNextSync_ItsFillIsBooked(decimal soldByOwner)
    {
        await Spreads.HoldAsync(_desk);
        _desk.Market.Quote(Spreads.Long, 0m, 0.05m);
        _desk.Market.Quote(Spreads.Short, 0.10m, 0.15m);
        _desk.Broker.PriceFills(Spreads.Short, 0.15m);
        _desk.Broker.PriceFills(Spreads.Long, 0.05m);
        _desk.Broker.Next(new CloseScript.Fill());
        await _desk.WriteAsync("/close GOOG");
        await _desk.RunUntilQuietAsync();
        _desk.Broker.CloseElsewhere(Spreads.Long, soldByOwner);
        for (var i = 0; i < 3; i++)
        {
            await _desk.SyncAsync();
            await _desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(soldByOwner, (await _desk.TradesAsync()).Where(trade => trade.Symbol == Spreads.Long).Sum(trade => trade.Quantity));
        Assert.All(await _desk.PositionsAsync(), position => Assert.Equal(0, position.UnexplainedQuantity));
    }

    [Fact]
    public async Task WhenTheOwnerBoughtAShortLegBackMeanwhile_TheLegThatWasLeftIsNotMissing()
    {
        await Spreads.HoldAsync(_desk);
        _desk.Market.Quote(Spreads.Long, 0m, 0.05m);
        _desk.Market.Quote(Spreads.Short, 0.10m, 0.15m);
        _desk.Broker.PriceFills(Spreads.Short, 0.15m);
        _desk.Broker.Next(new CloseScript.Work());
        await _desk.WriteAsync("/close GOOG");
        await _desk.DrainAsync();
        _desk.Broker.Execute("order-0001", 1, 0.15m);
        _desk.Broker.End("order-0001", OrderStatus.Canceled);
        var bought = _desk.Broker.Rest(Spreads.Short, OrderSide.Buy, 1);
        _desk.Broker.Execute(bought.Id, 1, 0.15m);
        await _desk.RunUntilQuietAsync();

        var ended = Assert.Single(await _desk.PositionsAsync(), position => !position.Status.IsLive());
        Assert.Equal((PositionStatus.Closed, true), (ended.Status, ended.IsResultKnown));
        Assert.Equal(2m, Assert.Single(await _desk.PositionsAsync(), position => position.Status == PositionStatus.Open).Quantity);
    }

    [Fact]
    public async Task WhenACondorIsClosed_FourLegsGoAsOne()
    {
        await Spreads.HoldAsync(_desk, 1, isCondor: true);
        _desk.Broker.Next(new CloseScript.Fill());
        await _desk.WriteAsync("/close GOOG");
        await _desk.RunUntilQuietAsync();

        Assert.Equal((4, 2.30m), (Assert.Single(_desk.Broker.Tickets).Legs.Count, _desk.Broker.Tickets[0].LimitPrice));
        Assert.Equal(4, (await _desk.TradesAsync()).Count);
        Assert.Equal(0.00m, Assert.Single(await _desk.ClosingsAsync()).RealizedPnl);
    }

    [Theory]
    [InlineData("untold")]
    [InlineData("lost")]
    public async Task WhenTheAnswerIsLost_ItIsFoundOrSentAgainUnderItsId(string how)
    {
        await CloseAsync(how == "untold" ? new CloseScript.FillUntold() : new CloseScript.LoseRequest(), new CloseScript.Fill());
        await _desk.RunUntilQuietAsync();

        Assert.Equal(how == "untold" ? 1 : 2, _desk.Broker.Tickets.Count);
        Assert.Single(_desk.Broker.Tickets.Select(ticket => ticket.ClientOrderId).Distinct());
        Assert.StartsWith("xd-", _desk.Broker.Tickets[0].ClientOrderId, StringComparison.Ordinal);
        await AssertFlatAsync(-60.00m);
    }

    [Fact]
    public async Task WhenTheSearchLags_TheSameIdIsRefusedAndFoundLater()
    {
        _desk.Broker.HidesClientIds = true;
        await CloseAsync(new CloseScript.WorkUntold());
        await _desk.AdvanceAsync(TimeSpan.FromSeconds(3));
        _desk.Broker.ExecuteLegs("order-0001", 2);
        _desk.Broker.HidesClientIds = false;
        await _desk.RunUntilQuietAsync();

        Assert.Single(_desk.Broker.Tickets);
        await AssertFlatAsync(-60.00m);
    }

    [Fact]
    public async Task WhenOurSpreadIsWithdrawnAndTheOwnerClosesTheRest_OurLegFillsAreNotForeign()
    {
        await Spreads.HoldAsync(_desk);
        _desk.Market.Quote(Spreads.Short, 6.40m, 6.50m);
        _desk.Broker.Next(new CloseScript.Work());
        await _desk.SweepAsync(2);
        await _desk.SweepAsync();
        await _desk.DrainAsync();
        _desk.Broker.ExecuteLegs(Assert.Single(_desk.Broker.Orders).Id, 1);
        await _desk.WriteAsync("/mode monitor");
        await _desk.RunUntilQuietAsync();
        await _desk.SyncAsync();

        var position = await _desk.PositionAsync(Spreads.Short);
        Assert.Equal((PositionStatus.Open, 1m, -30.00m), (position.Status, position.Quantity, position.RealizedPnl));
        Assert.Equal(2, (await _desk.TradesAsync()).Count);
    }

    private async Task CloseAsync(params CloseScript[] scripts)
    {
        await Spreads.HoldAsync(_desk);
        _desk.Broker.Next(scripts);
        await _desk.SweepAsync();
        await _desk.WriteAsync("/close GOOG");
    }

    private async Task AssertFlatAsync(decimal realized)
    {
        var closing = Assert.Single(await _desk.ClosingsAsync());
        Assert.Equal((CloseEnd.Closed, realized), (closing.End, closing.RealizedPnl));
        Assert.Equal(0, Spreads.Held(_desk, Spreads.Short, -2));
        Assert.Equal(0, Spreads.Held(_desk, Spreads.Long, 2));
        Assert.Equal(realized, (await _desk.TradesAsync()).Sum(trade => trade.RealizedPnl));
    }
}
