using ExitDesk.Simulator.Venue;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;
using static ExitDesk.Simulator.Tests.Venue.VenueBench;
using static ExitDesk.Simulator.Venue.PositionIntent;

namespace ExitDesk.Simulator.Tests.Venue;

public sealed class MultiLegRefusalTests
{
    private readonly VenueBench _bench = new();

    [Theory]
    [InlineData(1, "from 2 to 4 legs")]
    [InlineData(5, "from 2 to 4 legs")]
    public void WhenThereAreTooFewOrTooManyLegs_ItIsRefused(int count, string words)
    {
        string[] symbols = [Call100, Call105, Put95, Put90, EarlyCall];
        AssertRefused(
            _bench.SendLegs(1, 1m, [.. symbols.Take(count).Select(symbol => Leg(BuyToOpen, symbol))]), 422, 40010001, words);
    }

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(2, 1, true)]
    [InlineData(2, 2, false)]
    [InlineData(6, 4, false)]
    public void WhenRatiosCanBeDivided_TheyMustBe(int first, int second, bool granted)
    {
        var answer = _bench.SendLegs(1, 9m, Leg(BuyToOpen, Call100, first), Leg(BuyToOpen, Put95, second));
        Assert.Equal(granted, answer.Granted);
        if (!granted)
        {
            AssertRefused(answer, 422, 42210000, "relatively prime");
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 1)]
    [InlineData(1_000_000, 2)]
    public void WhenARatioIsOutOfRange_ItIsRefused(int ratio, int quantity) => AssertRefused(
        _bench.SendLegs(quantity, 1m, Leg(BuyToOpen, Call100, ratio), Leg(BuyToOpen, Put95)), 422, 40010001, "ratio_qty");

    [Fact]
    public void WhenAContractStandsTwice_ItIsRefused() => AssertRefused(
        _bench.SendLegs(1, 1m, Leg(BuyToOpen, Call100), Leg(SellToOpen, Call100)), 422, 40010001, "unique");

    [Fact]
    public void WhenALegIsAStock_ItIsRefused() =>
        AssertRefused(_bench.SendLegs(1, 1m, Leg(BuyToOpen, "GOOG"), Leg(SellToOpen, Call100)), 422, 42210000, "equity legs");

    [Fact]
    public void WhenALegIsUnknown_ItIsRefused() => AssertRefused(
        _bench.SendLegs(1, 1m, Leg(BuyToOpen, "GOOG261218C00999000"), Leg(SellToOpen, Call100)), 422, 42210000, "not found");

    [Fact]
    public void WhenUnderlyingsDiffer_ItIsRefused() => AssertRefused(
        _bench.SendLegs(1, 9m, Leg(BuyToOpen, Call100), Leg(BuyToOpen, ExpiringSpy)), 422, 42210000, "same underlying");

    [Theory]
    [InlineData("0.051", false)]
    [InlineData("0.05", true)]
    [InlineData("-0.051", false)]
    [InlineData("-0.05", true)]
    [InlineData("0", true)]
    public void WhenTheNetHasThreeDecimals_ItIsRefused(string net, bool granted)
    {
        var answer = _bench.SendLegs(
            1, decimal.Parse(net, null), Leg(SellToOpen, Put95), Leg(BuyToOpen, Put90));
        Assert.Equal(granted, answer.Granted);
        if (!granted)
        {
            AssertRefused(answer, 422, 42210000, "sub-penny");
        }
    }

    [Fact]
    public void WhenMarketIsClosed_OnlyLimitsAreTaken()
    {
        _bench.Hold(Put95, -1);
        _bench.Hold(Put90, 1);
        _bench.MoveTo(9, 29, 59, day: 23);

        AssertRefused(_bench.SendLegs(1, null, Closing()), 422, 42210000, "market hours");
        Assert.Equal(OrderStatus.Accepted, Granted(_bench.SendLegs(1, 0.10m, Closing())).Status);
    }

    [Theory]
    [InlineData(14, true)]
    [InlineData(15, false)]
    public void WhenALegExpiresToday_TheOrderMustArriveBeforeTheCutOff(int minute, bool granted)
    {
        _bench.Hold(ExpiringCall, -1);
        _bench.Hold(Call105, 1);
        _bench.MoveTo(15, minute);

        var answer = _bench.SendLegs(1, 1m, Leg(BuyToClose, ExpiringCall), Leg(SellToClose, Call105));
        Assert.Equal(granted, answer.Granted);
        if (!granted)
        {
            AssertRefused(answer, 422, 42210000, "expires soon");
        }
    }

    [Fact]
    public void WhenALegIsNotHeld_TheIntentMismatches()
    {
        _bench.Hold(Put95, -1);
        AssertRefused(
            _bench.SendLegs(1, 1m, Closing()), 422, 42210000, "inferred: sell_to_open, specified: sell_to_close");
    }

    [Fact]
    public void WhenALegOpensAgainstAPosition_TheIntentMismatches()
    {
        _bench.Hold(Put90, -1);
        AssertRefused(
            _bench.SendLegs(1, 1m, Leg(SellToOpen, Put95), Leg(BuyToOpen, Put90)),
            422,
            42210000,
            "inferred: buy_to_close, specified: buy_to_open");
    }

    [Fact]
    public void WhenALegIsHeldByAnotherOrder_TheRefusalSaysWhichAndNamesNoSymbol()
    {
        _bench.Hold(Put95, -2);
        _bench.Hold(Put90, 2);
        var first = _bench.SendLegs(1, 0.05m, Closing());

        var answer = _bench.SendLegs(2, 0.05m, Closing());
        AssertRefused(answer, 403, 40310000, "insufficient qty available for order (requested: 2, available: 1)");
        var held = answer.Refusal!.Held!;
        Assert.Equal(("", 2, 1, 1), (held.Symbol, held.Existing, held.HeldForOrders, held.Available));
        Assert.Equal([_bench.Legs(first)[0].Id], held.RelatedOrders);
        Granted(_bench.SendLegs(1, 0.05m, Closing()));
    }

    [Fact]
    public void WhenAPackageHoldsALeg_ASimpleCloseOfItIsRefused()
    {
        _bench.Hold(Put95, -1);
        _bench.Hold(Put90, 1);
        Granted(_bench.SendLegs(1, 0.05m, Closing()));

        AssertRefused(_bench.Venue.Close(Put95), 403, 40310000, "insufficient qty");
        Assert.Equal(1, _bench.Venue.Position(Put90)!.HeldForOrders);
    }

    [Fact]
    public void WhenClientOrderIdIsUsedAgain_ItIsRefused()
    {
        var request = new MultiLegRequest([Leg(BuyToOpen, Call100), Leg(BuyToOpen, Put95)], 1, OrderKind.Limit, 0.5m, "xd-1");
        Granted(_bench.Venue.Submit(request));
        AssertRefused(_bench.Venue.Submit(request), 422, 40010001, "client_order_id must be unique");
        AssertRefused(_bench.Buy(Call105, 1, id: "xd-1"), 422, 40010001, "client_order_id must be unique");
    }

    [Fact]
    public void WhenACallWouldBeUncovered_ItIsRefused()
    {
        AssertRefused(
            _bench.SendLegs(1, 1m, Leg(BuyToOpen, Call100), Leg(SellToOpen, Call105, 2)), 403, 40310000, "uncovered option contracts");
        Granted(_bench.SendLegs(1, 1m, Leg(BuyToOpen, Call100, 2), Leg(SellToOpen, Call105)));
    }

    [Fact]
    public void WhenALongLegIsNotBoughtYet_ItCoversNothing()
    {
        Granted(_bench.SendLegs(1, 0.05m, Leg(BuyToOpen, Call100), Leg(BuyToOpen, Put95)));
        AssertRefused(_bench.Sell(Call105, 1, 9m), 403, 40310000, "uncovered");
    }

    [Theory]
    [InlineData(460, true)]
    [InlineData(459, false)]
    public void WhenACreditSpreadIsOpened_WidthLessCreditMustBeThere(int cash, bool granted)
    {
        var bench = new VenueBench(new VenueOptions { Cash = cash });
        var answer = bench.SendLegs(1, -0.40m, Leg(SellToOpen, Put95), Leg(BuyToOpen, Put90));
        Assert.Equal(granted, answer.Granted);
        if (!granted)
        {
            AssertRefused(answer, 403, 40310000, "insufficient options buying power (required: 460, available: 459)");
        }
    }

    [Theory]
    [InlineData(110, true)]
    [InlineData(109, false)]
    public void WhenASpreadIsClosed_ItsCollateralPays(int free, bool granted)
    {
        // 500 stand behind the spread of strikes; buying it back for 6.10 takes 110 more.
        var bench = new VenueBench(new VenueOptions { Cash = 500 + free });
        bench.Hold(Put95, -1);
        bench.Hold(Put90, 1);
        Assert.Equal(granted, bench.SendLegs(1, 6.10m, Closing()).Granted);
    }

    private static OrderLeg[] Closing() => [Leg(BuyToClose, Put95), Leg(SellToClose, Put90)];
}
