using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Venue;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;
using static ExitDesk.Simulator.Tests.Venue.VenueBench;

namespace ExitDesk.Simulator.Tests.Venue;

public sealed class OwnerActionsTests
{
    [Fact]
    public void WhenOwnerClosesElsewhere_ThePositionGoesByAnOrderNobodySent()
    {
        var bench = new VenueBench(Fault.OwnerCloses);
        bench.Hold(Call100, 1);
        bench.MoveTo(10, 10);

        Assert.Equal(0, bench.Held(Call100));
        Assert.Equal(OrderOrigin.Owner, Assert.Single(bench.Venue.Orders()).Origin);
    }

    [Fact]
    public void WhenOwnerClosesSeveral_TheSeedSaysWhetherAPartOrAll()
    {
        var left = Enumerable.Range(1, 20).Select(HeldAfterOwnerCloses).ToList();

        Assert.Contains(0, left);
        Assert.Contains(left, held => held is > 0 and < 4);
        Assert.DoesNotContain(4, left);
        Assert.Equal(left, Enumerable.Range(1, 20).Select(HeldAfterOwnerCloses));
    }

    [Fact]
    public void WhenOwnerLeavesARestingOrder_ItHoldsThePosition()
    {
        var bench = new VenueBench(Fault.OwnerRestingOrder);
        bench.Hold(Call100, 2);
        bench.MoveTo(10, 10);

        AssertRefused(bench.Venue.Close(Call100), 403, 40310000, "insufficient qty");
        var order = Assert.Single(bench.Venue.Orders());
        Assert.Equal((OrderOrigin.Owner, 4.30m, OrderStatus.New), (order.Origin, order.LimitPrice, order.Status));
    }

    [Fact]
    public void WhenNothingIsHeld_TheOpportunityIsKept()
    {
        var bench = new VenueBench(Fault.OwnerCloses);
        bench.MoveTo(11);
        bench.Hold(Call100, 1);
        bench.MoveTo(11, 10);
        Assert.Equal(0, bench.Held(Call100));
    }

    private static int HeldAfterOwnerCloses(int seed)
    {
        var bench = new VenueBench(new VenueOptions { Seed = seed }, Fault.OwnerCloses);
        bench.Hold(Call100, 4);
        bench.MoveTo(10, 10);
        return bench.Held(Call100);
    }
}
