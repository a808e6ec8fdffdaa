using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Venue;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;
using static ExitDesk.Simulator.Tests.Venue.VenueBench;
using static ExitDesk.Simulator.Venue.PositionIntent;

namespace ExitDesk.Simulator.Tests.Venue;

public sealed class MultiLegCancelTests
{
    [Fact]
    public void WhenCancelled_AllLegsArePendingAndThenEnd()
    {
        var bench = Spread();
        var order = Resting(bench);
        Granted(bench.Venue.Cancel(bench.Now(order).Id));

        Assert.All(bench.Legs(order), leg => Assert.Equal(OrderStatus.PendingCancel, leg.Status));
        AssertRefused(bench.Venue.Close(Put95), 403, 40310000, "insufficient qty");
        bench.Move(0.25);
        Assert.All([bench.Now(order), .. bench.Legs(order)], part => Assert.Equal(OrderStatus.Canceled, part.Status));
        Granted(bench.Venue.Close(Put95));
    }

    [Fact]
    public void WhenALegIsToBeChangedAlone_ItIsRefused()
    {
        var bench = Spread();
        var order = Resting(bench);
        var leg = bench.Legs(order)[0].Id;

        AssertRefused(bench.Venue.Cancel(leg), 422, 42210000, "alone");
        AssertRefused(bench.Venue.Replace(leg, new OrderChange(null, 1m, null)), 422, 42210000, "alone");
        AssertRefused(bench.Venue.Replace(bench.Now(order).Id, new OrderChange(null, 1m, null)), 422, 42210000, "cannot be replaced");
        Assert.Equal(OrderStatus.New, bench.Now(order).Status);
    }

    [Fact]
    public void WhenAFillWasOnItsWay_AllLegsFillAtTheLimitBeforeTheCancel()
    {
        var bench = Spread(Fault.FillDuringCancel);
        var order = Resting(bench);
        Granted(bench.Venue.Cancel(bench.Now(order).Id));
        bench.Move(1);

        Assert.Equal((OrderStatus.Filled, 0.05m), (bench.Now(order).Status, bench.Now(order).AverageFillPrice));
        Assert.Equal([1.05m, 1.00m], bench.Legs(order).Select(leg => leg.AverageFillPrice!.Value));
        Assert.Empty(bench.Venue.Positions());
    }

    [Fact]
    public void WhenPendingCancelLasts_TheLegsCanStillFill()
    {
        var bench = Spread(Fault.PendingCancel);
        bench.Market.Quote(Put95, At(10, 3), 0.90m, 1.00m);
        var order = Resting(bench);
        Granted(bench.Venue.Cancel(bench.Now(order).Id));

        bench.MoveTo(10, 2, 59);
        Assert.Equal(OrderStatus.PendingCancel, bench.Now(order).Status);
        bench.MoveTo(10, 3);
        Assert.Equal((OrderStatus.Filled, 0m), (bench.Now(order).Status, bench.Now(order).AverageFillPrice));
    }

    [Fact]
    public void WhenPartlyFilledAndCancelled_LegsKeepTheirParts()
    {
        var bench = new VenueBench(Fault.PartialFills);
        bench.Hold(Put95, -4);
        bench.Hold(Put90, 4);
        var order = bench.SendLegs(4, 0.10m, Leg(BuyToClose, Put95), Leg(SellToClose, Put90));
        bench.Move(0.25);
        Granted(bench.Venue.Cancel(bench.Now(order).Id));
        bench.Market.Quote(Put95, At(10), 1.90m, 2.00m);
        bench.Move(1);

        Assert.All([bench.Now(order), .. bench.Legs(order)], part => Assert.Equal((OrderStatus.Canceled, 2), (part.Status, part.FilledQuantity)));
        Assert.Equal((-2, 2), (bench.Held(Put95), bench.Held(Put90)));
    }

    [Fact]
    public void WhenTheBrokerLiquidatesOneLeg_TheWholeOrderIsCancelledFirst()
    {
        var bench = new VenueBench();
        bench.Hold(ExpiringCall, -1);
        bench.Hold(Call105, 1);
        var order = bench.SendLegs(1, -5m, Leg(BuyToClose, ExpiringCall), Leg(SellToClose, Call105));
        bench.MoveTo(15, 30);

        Assert.All([bench.Now(order), .. bench.Legs(order)], part => Assert.Equal(OrderStatus.Canceled, part.Status));
        Assert.Equal((0, 1), (bench.Held(ExpiringCall), bench.Held(Call105)));
        Assert.Empty(bench.Venue.Violations);
    }

    [Fact]
    public void WhenAllIsClosedWithCancels_ThePackageGoesOnce()
    {
        var bench = Spread();
        var order = Resting(bench);
        var answers = bench.Venue.CloseAll(true);

        Assert.Equal([true, true], answers.Select(part => part.Answer.Granted));
        Assert.All([bench.Now(order), .. bench.Legs(order)], part => Assert.Equal(OrderStatus.Canceled, part.Status));
    }

    private static VenueBench Spread(params Fault[] faults)
    {
        var bench = new VenueBench(faults);
        bench.Hold(Put95, -1);
        bench.Hold(Put90, 1);
        return bench;
    }

    private static VenueAnswer<VenueOrder> Resting(VenueBench bench)
    {
        var order = bench.SendLegs(1, 0.05m, Leg(BuyToClose, Put95), Leg(SellToClose, Put90));
        bench.Move(1);
        Assert.Equal(OrderStatus.New, bench.Now(order).Status);
        return order;
    }
}
