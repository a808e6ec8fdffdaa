using ExitDesk.Simulator.Venue;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;
using static ExitDesk.Simulator.Tests.Venue.VenueBench;

namespace ExitDesk.Simulator.Tests.Venue;

public sealed class ClosePositionTests
{
    private readonly VenueBench _bench = new();

    [Fact]
    public void WhenFlat_ItAnswers404() =>
        AssertRefused(_bench.Venue.Close(Call100), 404, 40410000, "position does not exist");

    [Fact]
    public void WhenLong_ItSellsAllAtTheBid()
    {
        _bench.Hold(Call100, 3, 0.80m);
        var order = Granted(_bench.Venue.Close(Call100));
        Assert.Equal((OrderStatus.PendingNew, PositionIntent.SellToClose, 3), (order.Status, order.Intent, order.Quantity));

        _bench.Move(0.249);
        Assert.Equal(3, _bench.Held(Call100));
        _bench.Move(0.001);
        Assert.Equal(OrderStatus.Filled, _bench.Venue.Order(order.Id)!.Status);
        Assert.Equal(1.00m, _bench.Venue.Order(order.Id)!.AverageFillPrice);
        Assert.Null(_bench.Venue.Position(Call100));
        Assert.Equal(100_000m - 240m + 300m, _bench.Venue.Account().Cash);
    }

    [Fact]
    public void WhenShort_ItBuysBackAtTheAsk()
    {
        _bench.Hold(Put95, -2, 1.50m);
        var order = Granted(_bench.Venue.Close(Put95));
        _bench.Move(1);

        Assert.Equal(PositionIntent.BuyToClose, order.Intent);
        Assert.Equal(100_000m + 300m - 220m, _bench.Venue.Account().Cash);
    }

    [Fact]
    public void WhenAskedTwice_TheSecondIsRefusedAndNothingGoesShort()
    {
        _bench.Hold(Call100, 2);
        var first = Granted(_bench.Venue.Close(Call100));

        var second = _bench.Venue.Close(Call100);
        AssertRefused(second, 403, 40310000, "insufficient qty available for order (requested: 2, available: 0)");
        Assert.Equal([first.Id], second.Refusal!.Held!.RelatedOrders);
        _bench.Move(1);
        AssertRefused(_bench.Venue.Close(Call100), 404, 40410000, "position does not exist");
        Assert.Equal(0, _bench.Held(Call100));
        Assert.Empty(_bench.Venue.Violations);
    }

    [Fact]
    public void WhenARestingOrderHoldsIt_ItIsRefusedAndTheOrderStays()
    {
        _bench.Hold(Call100, 2);
        var resting = _bench.Sell(Call100, 2, 9m);

        AssertRefused(_bench.Venue.Close(Call100), 403, 40310000, "insufficient qty");
        _bench.Move(5);
        Assert.Equal(OrderStatus.New, _bench.Now(resting).Status);
    }

    [Fact]
    public void WhenMoreIsAskedThanHeld_ItIsRefused()
    {
        _bench.Hold(Call100, 2);
        AssertRefused(_bench.Venue.Close(Call100, 3), 403, 40310000, "(requested: 3, available: 2)");
    }

    [Fact]
    public void WhenMarketIsClosed_ItIsRefused()
    {
        _bench.Hold(Call100, 2);
        _bench.MoveTo(16);
        AssertRefused(_bench.Venue.Close(Call100), 422, 42210000, "market hours");
    }

    [Fact]
    public void WhenNobodyBids_TheOrderWaitsForABid()
    {
        _bench.Hold(Call100, 1);
        _bench.Market.Quote(Call100, At(10), 0m, 0.05m);
        _bench.Market.Quote(Call100, At(10, 5), 0.02m, 0.05m);
        var order = _bench.Venue.Close(Call100);

        _bench.MoveTo(10, 4, 59);
        Assert.Equal(OrderStatus.New, _bench.Now(order).Status);
        _bench.MoveTo(10, 5);
        Assert.Equal(0.02m, _bench.Now(order).AverageFillPrice);
    }

    [Fact]
    public void WhenAllIsClosedWithCancels_ShortsGoFirst()
    {
        _bench.Hold(Call100, -1);
        _bench.Hold(Call105, 1);
        Granted(_bench.Buy(Call100, 1, 0.10m));

        Assert.Equal([403, 403], _bench.Venue.CloseAll(false).Select(part => part.Answer.Refusal!.HttpStatus));
        var answers = _bench.Venue.CloseAll(true);
        Assert.Equal([Call100, Call105], answers.Select(part => part.Symbol));
        Assert.True(answers[0].Answer.Granted);
    }
}
