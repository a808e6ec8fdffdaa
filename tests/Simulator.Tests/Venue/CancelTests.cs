using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Venue;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;
using static ExitDesk.Simulator.Tests.Venue.VenueBench;

namespace ExitDesk.Simulator.Tests.Venue;

public sealed class CancelTests
{
    [Fact]
    public void WhenCancelled_TheQuantityStaysHeldUntilItTakesEffect()
    {
        var bench = new VenueBench();
        bench.Hold(Call100, 1);
        var order = bench.Sell(Call100, 1, 9m);
        bench.Move(1);

        Assert.Equal(OrderStatus.PendingCancel, Granted(bench.Venue.Cancel(bench.Now(order).Id)).Status);
        AssertRefused(bench.Venue.Close(Call100), 403, 40310000, "insufficient qty");
        bench.Move(0.25);
        Assert.Equal(OrderStatus.Canceled, bench.Now(order).Status);
        Granted(bench.Venue.Close(Call100));
    }

    [Fact]
    public void WhenOrderIsOverOrUnknown_CancelIsRefused()
    {
        var bench = new VenueBench();
        var order = Granted(bench.Buy(Call100, 1));
        bench.Move(1);

        AssertRefused(bench.Venue.Cancel(order.Id), 422, 42210000, "\"filled\" state");
        AssertRefused(bench.Venue.Cancel(Guid.Empty), 404, 40410000, "order not found");
    }

    [Fact]
    public void WhenPendingCancelLasts_TheOrderCanStillFill()
    {
        var bench = new VenueBench(Fault.PendingCancel);
        bench.Hold(Call100, 1);
        bench.Market.Quote(Call100, At(10, 3), 2.00m, 2.10m);
        var order = bench.Sell(Call100, 1, 1.90m);
        bench.Move(1);
        Granted(bench.Venue.Cancel(bench.Now(order).Id));

        bench.MoveTo(10, 2, 59);
        Assert.Equal(OrderStatus.PendingCancel, bench.Now(order).Status);
        bench.MoveTo(10, 3);
        Assert.Equal(OrderStatus.Filled, bench.Now(order).Status);
        bench.MoveTo(10, 6);
        Assert.Equal(OrderStatus.Filled, bench.Now(order).Status);
    }

    [Fact]
    public void WhenPendingCancelLasts_ItTakesEffectAfterFiveMinutes()
    {
        var bench = new VenueBench(Fault.PendingCancel);
        var order = bench.Buy(Call100, 1, 0.10m);
        bench.Move(1);
        Granted(bench.Venue.Cancel(bench.Now(order).Id));

        bench.MoveTo(10, 5, 0);
        Assert.Equal(OrderStatus.PendingCancel, bench.Now(order).Status);
        bench.MoveTo(10, 5, 1);
        Assert.Equal(OrderStatus.Canceled, bench.Now(order).Status);
    }

    [Fact]
    public void WhenAFillWasOnItsWay_ItComesBeforeTheCancel()
    {
        var bench = new VenueBench(Fault.FillDuringCancel);
        bench.Hold(Call100, 2);
        var order = bench.Sell(Call100, 2, 1.50m);
        bench.Move(1);
        Granted(bench.Venue.Cancel(bench.Now(order).Id));
        bench.Move(1);

        Assert.Equal((OrderStatus.Filled, 1.50m), (bench.Now(order).Status, bench.Now(order).AverageFillPrice));
        Assert.Equal(0, bench.Held(Call100));
        Assert.Empty(bench.Venue.Violations);
    }

    [Fact]
    public void WhenPartlyFilledAndCancelled_TheFillsStay()
    {
        var bench = new VenueBench(Fault.PartialFills);
        bench.Hold(Call100, 6);
        var order = bench.Sell(Call100, 6, 1.00m);
        bench.Move(0.25);
        Granted(bench.Venue.Cancel(bench.Now(order).Id));
        bench.Market.Quote(Call100, At(10), 0.50m, 0.60m);
        bench.Move(5);

        Assert.Equal((OrderStatus.Canceled, 2), (bench.Now(order).Status, bench.Now(order).FilledQuantity));
        Assert.Equal(4, bench.Held(Call100));
    }

    [Fact]
    public void WhenReplacedAfterAPartialFill_TheOriginalQuantityIsUsedAgain()
    {
        var bench = new VenueBench(Fault.PartialFills);
        bench.Hold(Call100, 6);
        var order = bench.Sell(Call100, 3, 1.00m);
        bench.Move(0.25);
        bench.Market.Quote(Call100, At(10), 0.50m, 0.60m);

        var replacement = Granted(bench.Venue.Replace(bench.Now(order).Id, new OrderChange(null, 0.90m, null)));
        Assert.Equal((3, bench.Now(order).Id), (replacement.Quantity, replacement.Replaces));
        var old = bench.Now(order);
        Assert.Equal((OrderStatus.Replaced, replacement.Id, 1), (old.Status, old.ReplacedBy!.Value, old.FilledQuantity));
    }

    [Fact]
    public void WhenReplacementWouldCloseMoreThanIsHeld_ItIsRefusedAndTheOldOrderStays()
    {
        var bench = new VenueBench(Fault.PartialFills);
        bench.Hold(Call100, 3);
        var order = bench.Sell(Call100, 3, 1.00m);
        bench.Move(0.25);
        bench.Market.Quote(Call100, At(10), 0.50m, 0.60m);

        var answer = bench.Venue.Replace(bench.Now(order).Id, new OrderChange(null, 0.90m, null));
        AssertRefused(answer, 403, 40310000, "(requested: 3, available: 2)");
        Assert.Equal(OrderStatus.PartiallyFilled, bench.Now(order).Status);
    }
}
