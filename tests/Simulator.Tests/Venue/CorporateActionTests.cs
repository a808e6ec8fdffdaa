using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Venue;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;
using static ExitDesk.Simulator.Tests.Venue.VenueBench;

namespace ExitDesk.Simulator.Tests.Venue;

/// <summary>What happens on Monday the 23rd at the open.</summary>
public sealed class CorporateActionTests
{
    private static readonly DateOnly ExDate = new(2026, 11, 23);

    [Theory]
    [InlineData(200, 150)]
    [InlineData(-100, -75)]
    public void WhenADividendIsPaid_HoldersGetItAndTheShortPayIt(int shares, int paid)
    {
        var bench = Bench(new CorporateAction("GOOG", ExDate, 0.75m));
        bench.Hold("GOOG", shares, 100m);
        bench.Hold(Put95, 1);
        var cash = bench.Venue.Account().Cash;

        bench.MoveTo(9, 29, 59, day: 23);
        Assert.Equal(cash, bench.Venue.Account().Cash);
        bench.MoveTo(9, 30, day: 23);
        Assert.Equal(cash + paid, bench.Venue.Account().Cash);
        var line = Assert.Single(bench.Venue.Activities());
        Assert.Equal(
            (ActivityType.Dividend, "GOOG", shares, 0.75m, (decimal)paid, ExDate),
            (line.Type, line.Symbol, line.Quantity, line.Price, line.NetAmount, line.Day));
    }

    [Fact]
    public void WhenTheStockIsNotHeld_NoDividendIsPaid()
    {
        var bench = Bench(new CorporateAction("GOOG", ExDate, 0.75m));
        bench.Hold(Call100, 1);
        bench.MoveTo(10, day: 23);
        Assert.Empty(bench.Venue.Activities());
    }

    [Fact]
    public void WhenTheStockSplitsTwoForOne_SharesAndContractsDouble()
    {
        var bench = Bench(new CorporateAction("GOOG", ExDate, SplitTo: 2));
        bench.Hold("GOOG", 300, 100m);
        bench.Hold(Call100, -3, 2.50m);
        var before = bench.Venue.Account().Cash;

        bench.MoveTo(9, 29, 59, day: 23);
        Assert.Equal((300, -3, 0), Held(bench));
        bench.MoveTo(9, 30, day: 23);
        Assert.Equal((600, 0, -6), Held(bench));
        Assert.Equal(1.25m, bench.Venue.Position(HalvedCall100)!.Position.AverageEntryPrice);
        Assert.Equal(50m, bench.Venue.Position("GOOG")!.Position.AverageEntryPrice);
        Assert.Equal(before, bench.Venue.Account().Cash);
        Assert.Equal(
            [("GOOG", 300), (Call100, 3), (HalvedCall100, -6)],
            bench.Venue.Activities().OrderBy(line => line.Type).Select(line => (line.Symbol, line.Quantity)));
    }

    [Fact]
    public void WhenTheSplitIsOdd_TheContractDeliversMoreUnderAnotherRoot()
    {
        var bench = Bench(new CorporateAction("GOOG", ExDate, SplitTo: 3, SplitFrom: 2));
        bench.Hold(Call100, 2, 3m);
        bench.MoveTo(9, 30, day: 23);

        var position = bench.Venue.Position(OddCall100)!.Position;
        Assert.Equal((2, 2m, 150, 600m), (position.Quantity, position.AverageEntryPrice, position.Multiplier, position.CostBasis));
        Assert.Equal(0, bench.Held(Call100));
    }

    [Fact]
    public void WhenSharesDoNotDivide_ThePartIsPaidOut()
    {
        var bench = Bench(new CorporateAction("GOOG", ExDate, SplitTo: 3, SplitFrom: 2));
        bench.Hold("GOOG", 101, 90m);
        var cash = bench.Venue.Account().Cash;
        bench.MoveTo(9, 30, day: 23);

        Assert.Equal(151, bench.Held("GOOG"));
        Assert.Equal(cash + 30m, bench.Venue.Account().Cash);
        Assert.Equal((50, 30m), (bench.Venue.Activities()[0].Quantity, bench.Venue.Activities()[0].NetAmount));
    }

    [Fact]
    public void WhenAnotherStockSplits_NothingChanges()
    {
        var bench = Bench(new CorporateAction("SPY", ExDate, SplitTo: 2));
        bench.Hold(Call100, 1);
        bench.MoveTo(10, day: 23);
        Assert.Equal(1, bench.Held(Call100));
    }

    [Fact]
    public void WhenOrdersWaitForTheOpen_TheSplitCancelsThem()
    {
        var bench = Bench(new CorporateAction("GOOG", ExDate, SplitTo: 2));
        bench.Hold(Put95, -1);
        bench.Hold(Put90, 1);
        bench.MoveTo(18);
        var spread = bench.SendLegs(1, 5m, Leg(PositionIntent.BuyToClose, Put95), Leg(PositionIntent.SellToClose, Put90));
        var call = bench.Buy(Call100, 1, 5m);
        bench.MoveTo(10, day: 23);

        Assert.All([bench.Now(spread), bench.Now(call), .. bench.Legs(spread)], order => Assert.Equal(OrderStatus.Canceled, order.Status));
    }

    [Fact]
    public void WhenAContractIsAdjusted_ItCanOnlyBeClosed()
    {
        var bench = Bench(new CorporateAction("GOOG", ExDate, SplitTo: 3, SplitFrom: 2));
        bench.Hold(Call100, 1);
        bench.MoveTo(10, day: 23);
        bench.Market.Quote(OddCall100, bench.Clock.Now, 1.50m, 1.60m);

        AssertRefused(bench.Buy(OddCall100, 1, 2m), 422, 42210000, "only be liquidated");
        var cash = bench.Venue.Account().Cash;
        Granted(bench.Venue.Close(OddCall100));
        bench.Move(1);
        Assert.Equal(cash + 225m, bench.Venue.Account().Cash);
    }

    [Fact]
    public void WhenTheSplitIsStillToCome_ItsContractsAreNotListed() =>
        AssertRefused(new VenueBench().Buy(HalvedCall100, 1, 1m), 422, 42210000, "not active");

    private static VenueBench Bench(CorporateAction action) => new(new VenueOptions(), [action]);

    private static (int Stock, int Before, int After) Held(VenueBench bench) =>
        (bench.Held("GOOG"), bench.Held(Call100), bench.Held(HalvedCall100));
}
