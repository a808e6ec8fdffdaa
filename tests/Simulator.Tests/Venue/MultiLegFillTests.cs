using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Venue;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;
using static ExitDesk.Simulator.Tests.Venue.VenueBench;
using static ExitDesk.Simulator.Venue.PositionIntent;

namespace ExitDesk.Simulator.Tests.Venue;

/// <summary>Each contract is quoted 1.00 to 1.10, so that a spread costs 0.10 at the touches.</summary>
public sealed class MultiLegFillTests
{
    [Fact]
    public void WhenACreditSpreadIsClosed_AllLegsFillAtTheirTouches()
    {
        var bench = Spread();
        var order = bench.SendLegs(2, 0.10m, Leg(BuyToClose, Put95), Leg(SellToClose, Put90));
        Assert.Equal((OrderStatus.PendingNew, ""), (Granted(order).Status, Granted(order).Symbol));
        bench.Move(0.25);

        Assert.Equal((OrderStatus.Filled, 2, 0.10m), Progress(bench.Now(order)));
        Assert.Equal(
            [(OrderStatus.Filled, 2, 1.10m), (OrderStatus.Filled, 2, 1.00m)], bench.Legs(order).Select(Progress));
        Assert.Empty(bench.Venue.Positions());
        Assert.Equal(99_980m, bench.Venue.Account().Cash);
        Assert.Empty(bench.Venue.Violations);
    }

    [Fact]
    public void WhenLegsFill_EachHasAnActivityUnderItsOwnOrder()
    {
        var bench = Spread();
        var order = bench.SendLegs(1, null, Leg(BuyToClose, Put95), Leg(SellToClose, Put90));
        bench.Move(1);

        Assert.Equal(
            bench.Legs(order).Select(leg => (leg.Id, leg.Symbol)),
            bench.Venue.Activities().Select(fill => (fill.Fill!.Order.Id, fill.Symbol)));
    }

    [Theory]
    [InlineData(0.09, false)]
    [InlineData(0.10, true)]
    [InlineData(0.11, true)]
    public void WhenADebitIsBounded_TheNetOfTheTouchesMustReachIt(double limit, bool filled)
    {
        var bench = Spread();
        var order = bench.SendLegs(1, (decimal)limit, Leg(BuyToClose, Put95), Leg(SellToClose, Put90));
        bench.Move(5);

        Assert.Equal(filled ? OrderStatus.Filled : OrderStatus.New, bench.Now(order).Status);
        Assert.Equal(filled ? 0.10m : null, bench.Now(order).AverageFillPrice);
    }

    [Theory]
    [InlineData(-0.39, true)]
    [InlineData(-0.40, true)]
    [InlineData(-0.41, false)]
    public void WhenACreditIsAskedFor_ItIsTheLeastThatIsTaken(double limit, bool filled)
    {
        var bench = new VenueBench();
        bench.Market.Quote(Put95, At(10), 1.50m, 1.60m);
        var order = bench.SendLegs(1, (decimal)limit, Leg(SellToOpen, Put95), Leg(BuyToOpen, Put90));
        bench.Move(5);

        Assert.Equal(filled ? -0.40m : null, bench.Now(order).AverageFillPrice);
        Assert.Equal(filled ? (-1, 1) : (0, 0), (bench.Held(Put95), bench.Held(Put90)));
    }

    [Fact]
    public void WhenRatiosDiffer_QuantitiesAndNetFollow()
    {
        var bench = new VenueBench();
        var order = bench.SendLegs(2, 3m, Leg(BuyToOpen, Call100, 3), Leg(SellToOpen, Call105, 1));
        bench.Move(1);

        Assert.Equal((6, -2), (bench.Held(Call100), bench.Held(Call105)));
        Assert.Equal((OrderStatus.Filled, 2, 2.30m), Progress(bench.Now(order)));
        Assert.Equal([6, 2], bench.Legs(order).Select(leg => leg.Quantity));
    }

    [Fact]
    public void WhenOneLegHasNoBid_NothingFillsUntilItHas()
    {
        var bench = Spread();
        bench.Market.Quote(Put90, At(10), 0m, 0.05m);
        bench.Market.Quote(Put90, At(10, 1), 0.01m, 0.05m);
        var order = bench.SendLegs(1, null, Leg(BuyToClose, Put95), Leg(SellToClose, Put90));

        bench.MoveTo(10, 0, 59);
        Assert.Equal((OrderStatus.New, -2, 2), (bench.Now(order).Status, bench.Held(Put95), bench.Held(Put90)));
        bench.MoveTo(10, 1);
        Assert.Equal((OrderStatus.Filled, 1, 1.09m), Progress(bench.Now(order)));
    }

    [Fact]
    public void WhenFillsComeInParts_LegsStayInProportion()
    {
        var bench = new VenueBench(Fault.PartialFills);
        bench.Hold(Put95, -10);
        bench.Hold(Put90, 5);
        bench.Market.Quote(Put95, At(10, 0, 1), 1.00m, 1.10m, size: 3);
        var order = bench.SendLegs(5, 2m, Leg(BuyToClose, Put95, 2), Leg(SellToClose, Put90));

        bench.Move(0.25);
        Assert.Equal((OrderStatus.PartiallyFilled, 2, 1.20m), Progress(bench.Now(order)));
        Assert.Equal([(OrderStatus.PartiallyFilled, 4), (OrderStatus.PartiallyFilled, 2)], Parts(bench, order));
        bench.MoveTo(10, 0, 1);
        Assert.Equal([(OrderStatus.PartiallyFilled, 6), (OrderStatus.PartiallyFilled, 3)], Parts(bench, order));
        bench.Move(5);
        Assert.Equal([(OrderStatus.Filled, 10), (OrderStatus.Filled, 5)], Parts(bench, order));
        Assert.Empty(bench.Venue.Positions());
    }

    [Fact]
    public void WhenSessionEnds_TheOrderExpiresWithItsLegs()
    {
        var bench = Spread();
        var order = bench.SendLegs(1, 0.01m, Leg(BuyToClose, Put95), Leg(SellToClose, Put90));
        bench.MoveTo(16);

        Assert.All([bench.Now(order), .. bench.Legs(order)], part => Assert.Equal((OrderStatus.Expired, At(16)), (part.Status, part.ExpiredAt)));
    }

    [Fact]
    public void WhenRejectionComesLater_NoLegEverFills()
    {
        var bench = new VenueBench(Fault.AsynchronousRejection);
        bench.Hold(Put95, -1);
        bench.Hold(Put90, 1);
        var order = bench.SendLegs(1, null, Leg(BuyToClose, Put95), Leg(SellToClose, Put90));
        bench.Move(1);

        Assert.All([bench.Now(order), .. bench.Legs(order)], part => Assert.Equal(OrderStatus.Rejected, part.Status));
        Assert.Equal((-1, 1), (bench.Held(Put95), bench.Held(Put90)));
    }

    private static VenueBench Spread()
    {
        var bench = new VenueBench();
        bench.Hold(Put95, -2);
        bench.Hold(Put90, 2);
        return bench;
    }

    private static (OrderStatus Status, int Filled, decimal? Price) Progress(VenueOrder order) =>
        (order.Status, order.FilledQuantity, order.AverageFillPrice);

    private static IEnumerable<(OrderStatus Status, int Filled)> Parts(VenueBench bench, VenueAnswer<VenueOrder> order) =>
        bench.Legs(order).Select(leg => (leg.Status, leg.FilledQuantity));
}
