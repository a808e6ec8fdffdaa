using ExitDesk.Simulator.Venue;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;
using static ExitDesk.Simulator.Tests.Venue.VenueBench;

namespace ExitDesk.Simulator.Tests.Venue;

public sealed class OrderRefusalTests
{
    private readonly VenueBench _bench = new();

    [Fact]
    public void WhenClientOrderIdIsUsedAgain_ItIsRefusedEvenAfterTheFill()
    {
        _bench.Hold(Call100, 2);
        Granted(_bench.Sell(Call100, 1, id: "xd-1"));
        _bench.Move(1);

        AssertRefused(_bench.Sell(Call100, 1, id: "xd-1"), 422, 40010001, "client_order_id must be unique");
        Assert.Equal(1, _bench.Held(Call100));
    }

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void WhenClientOrderIdIsLong_128IsTheLimit(int length, bool granted)
    {
        _bench.Hold(Call100, 1);
        Assert.Equal(granted, _bench.Sell(Call100, 1, id: new string('x', length)).Granted);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_000_001)]
    public void WhenQuantityIsOutOfRange_ItIsRefused(int quantity) =>
        AssertRefused(_bench.Buy(Call100, quantity), 422, 40010001, "qty must be");

    [Fact]
    public void WhenLimitHasThreeDecimals_ItIsRefused()
    {
        AssertRefused(_bench.Buy(Call100, 1, 1.055m), 422, 42210000, "sub-penny");
        Granted(_bench.Buy(Call100, 1, 1.050m));
    }

    [Fact]
    public void WhenSymbolIsUnknown_ItIsRefused() =>
        AssertRefused(_bench.Buy("GOOG261218C00999000", 1), 422, 42210000, "not found");

    [Fact]
    public void WhenMarketIsClosed_MarketOrdersAreRefusedAndLimitsWaitForTheOpen()
    {
        _bench.MoveTo(9, 29, 59, day: 23);

        AssertRefused(_bench.Buy(Call100, 1), 422, 42210000, "market hours");
        var order = _bench.Buy(Call100, 1, 1.20m);
        Assert.Equal(OrderStatus.Accepted, Granted(order).Status);
        _bench.MoveTo(9, 30, 1, day: 23);
        Assert.Equal(OrderStatus.Filled, _bench.Now(order).Status);
    }

    [Fact]
    public void WhenSessionEndsThisInstant_MarketOrdersAreRefused()
    {
        _bench.MoveTo(16);
        AssertRefused(_bench.Buy(Call100, 1), 422, 42210000, "market hours");
    }

    [Fact]
    public void WhenFlatAndSellToCloseIsSaid_TheIntentMismatches() => AssertRefused(
        _bench.Sell(Call100, 1, 1m, PositionIntent.SellToClose),
        422,
        42210000,
        "position intent mismatch, inferred: sell_to_open, specified: sell_to_close");

    [Fact]
    public void WhenAllIsHeldByAnotherOrder_SellToCloseMismatches()
    {
        _bench.Hold(Call100, 2);
        Granted(_bench.Sell(Call100, 2, 5m));

        var answer = _bench.Sell(Call100, 2, 1m, PositionIntent.SellToClose);
        AssertRefused(answer, 422, 42210000, "inferred: sell_to_open, specified: sell_to_close");
    }

    [Fact]
    public void WhenLong_SellToOpenMismatches()
    {
        _bench.Hold(Call100, 2);
        AssertRefused(_bench.Sell(Call100, 2, 1m, PositionIntent.SellToOpen), 422, 42210000, "inferred: sell_to_close");
    }

    [Fact]
    public void WhenShort_BuyToOpenMismatches()
    {
        _bench.Hold(Put95, -1);
        AssertRefused(_bench.Buy(Put95, 1, 1m, PositionIntent.BuyToOpen), 422, 42210000, "inferred: buy_to_close");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(PositionIntent.SellToOpen)]
    public void WhenAllIsHeldAndClosingIsNotSaid_ASecondSellIsStillRefused(PositionIntent? intent)
    {
        _bench.Hold(Call100, 2);
        var first = Granted(_bench.Sell(Call100, 2, 5m));

        var answer = _bench.Sell(Call100, 2, 1m, intent);
        AssertRefused(answer, 403, 40310000, "insufficient qty available for order");
        Assert.Equal([first.Id], answer.Refusal!.Held!.RelatedOrders);
    }

    [Fact]
    public void WhenOnlyAPartIsFree_MoreIsRefusedAndThatPartIsTaken()
    {
        _bench.Hold(Call100, 3);
        Granted(_bench.Sell(Call100, 2, 5m));

        var answer = _bench.Sell(Call100, 2, 5m, PositionIntent.SellToClose);
        AssertRefused(answer, 403, 40310000, "(requested: 2, available: 1)");
        var held = answer.Refusal!.Held!;
        Assert.Equal((3, 2, 1), (held.Existing, held.HeldForOrders, held.Available));
        Granted(_bench.Sell(Call100, 1, 5m, PositionIntent.SellToClose));
    }

    [Fact]
    public void WhenMoreIsBoughtThanTheShortHolds_ItIsRefused()
    {
        _bench.Hold(Put95, -1);
        AssertRefused(_bench.Buy(Put95, 2), 403, 40310000, "insufficient qty");
    }

    [Fact]
    public void WhenFlat_OnlyOneSideCanBeOpened()
    {
        Granted(_bench.Buy(Put95, 1, 0.10m));
        AssertRefused(_bench.Sell(Put95, 1, 9m), 403, 40310000, "cannot open a short sell while a long buy order is open");
    }

    [Fact]
    public void WhenOppositeOrderWouldTrade_TheWashIsRefused()
    {
        _bench.Hold(Call100, 1);
        Granted(_bench.Sell(Call100, 1, 2.00m));

        AssertRefused(_bench.Buy(Call100, 1, 2.00m), 403, 40310000, "wash trade");
        AssertRefused(_bench.Buy(Call100, 1), 403, 40310000, "wash trade");
        Granted(_bench.Buy(Call100, 1, 0.50m));
    }
}
