using ExitDesk.Simulator.Venue;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;
using static ExitDesk.Simulator.Tests.Venue.VenueBench;

namespace ExitDesk.Simulator.Tests.Venue;

public sealed class PastPurchaseTests
{
    private readonly VenueBench _bench = new();

    [Theory]
    [InlineData(2, OrderSide.Buy, PositionIntent.BuyToOpen, -300)]
    [InlineData(-2, OrderSide.Sell, PositionIntent.SellToOpen, 300)]
    public void WhenAPositionCameByAnOrder_OrdersAndHistoryTellItOnce(int quantity, OrderSide side, PositionIntent intent, int cash)
    {
        _bench.Venue.OpenPosition(Call100, quantity, 1.50m, At(9, 45), inHistory: true);
        _bench.MoveTo(12);

        var fill = Assert.Single(_bench.Venue.Activities());
        Assert.Equal((ActivityType.Fill, At(9, 45), 2, 1.50m, (decimal)cash), (fill.Type, fill.At, fill.Quantity, fill.Price, fill.NetAmount));
        var order = Assert.Single(_bench.Venue.Orders());
        Assert.Equal((OrderStatus.Filled, side, intent, OrderOrigin.Owner), (order.Status, order.Side, order.Intent, order.Origin));
        Assert.Equal(0, _bench.Venue.Position(Call100)!.HeldForOrders);
        Assert.Equal((quantity, 100_000m + cash), (_bench.Held(Call100), _bench.Venue.Account().Cash));
        Assert.Empty(_bench.Venue.Violations);
    }

    [Fact]
    public void WhenNothingTellsOfIt_ThePositionIsJustThere()
    {
        _bench.Venue.OpenPosition(Call100, 2, 1.50m, At(9, 45));

        Assert.Empty(_bench.Venue.Activities());
        Assert.Empty(_bench.Venue.Orders());
    }
}
