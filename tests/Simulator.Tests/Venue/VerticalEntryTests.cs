using ExitDesk.Simulator.Venue;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;
using static ExitDesk.Simulator.Tests.Venue.VenueBench;
using static ExitDesk.Simulator.Venue.PositionIntent;

namespace ExitDesk.Simulator.Tests.Venue;

/// <summary>A vertical needs its debit, or its width less its credit.</summary>
public sealed class VerticalEntryTests
{
    [Theory]
    [InlineData(460_00, -0.40, true)]
    [InlineData(459_99, -0.40, false)]
    [InlineData(460_00, -0.39, false)]
    [InlineData(460_00, -0.41, true)]
    public void WhenACreditSpreadIsOpened_WidthLessCreditMustBeThere(int cents, double net, bool granted) =>
        Assert.Equal(granted, Open(cents, net, Leg(SellToOpen, Put95), Leg(BuyToOpen, Put90)).Granted);

    [Theory]
    [InlineData(40_00, 0.40, true)]
    [InlineData(39_99, 0.40, false)]
    [InlineData(40_00, 0.41, false)]
    public void WhenADebitSpreadIsOpened_TheDebitMustBeThere(int cents, double net, bool granted) =>
        Assert.Equal(granted, Open(cents, net, Leg(BuyToOpen, Call100), Leg(SellToOpen, Call105)).Granted);

    [Theory]
    [InlineData(460_00, -0.40, true)]
    [InlineData(459_99, -0.40, false)]
    public void WhenACallCreditSpreadIsOpened_ItsWidthCounts(int cents, double net, bool granted) =>
        Assert.Equal(granted, Open(cents, net, Leg(SellToOpen, Call100), Leg(BuyToOpen, Call105)).Granted);

    /// <summary>Only one side of a condor can lose: it takes one width, less its credit.</summary>
    [Theory]
    [InlineData(420_00, true)]
    [InlineData(419_99, false)]
    public void WhenAnIronCondorIsOpened_OneWidthCounts(int cents, bool granted) =>
        Assert.Equal(granted, Open(cents, -0.80, Leg(SellToOpen, Call100), Leg(BuyToOpen, Call105), Leg(SellToOpen, Put95), Leg(BuyToOpen, Put90)).Granted);

    [Theory]
    [InlineData(80_00, true)]
    [InlineData(79_99, false)]
    public void WhenTwoUnitsAreOpened_BothMustBePaid(int cents, bool granted)
    {
        var bench = new VenueBench(new VenueOptions { Cash = cents / 100m });
        Assert.Equal(granted, bench.SendLegs(2, 0.40m, Leg(BuyToOpen, Call100), Leg(SellToOpen, Call105)).Granted);
    }

    [Theory]
    [InlineData(80_00, true)]
    [InlineData(79_99, false)]
    public void WhenAnotherSpreadWorks_WhatItHoldsIsNotSpentTwice(int cents, bool granted)
    {
        var bench = new VenueBench(new VenueOptions { Cash = cents / 100m });
        Granted(bench.SendLegs(1, 0.40m, Leg(BuyToOpen, Call100), Leg(SellToOpen, Call105)));

        Assert.Equal(granted, bench.Buy(Put90, 1, 0.40m).Granted);
    }

    [Fact]
    public void WhenTheLongLegDiesFirst_ItCoversNothing()
    {
        var bench = new VenueBench();
        AssertRefused(
            bench.SendLegs(1, 0.40m, Leg(BuyToOpen, ExpiringCall), Leg(SellToOpen, Call105)), 403, 40310000, "uncovered option contracts");
        Granted(bench.SendLegs(1, 0.40m, Leg(BuyToOpen, Call105), Leg(SellToOpen, ExpiringCall105)));
    }

    [Theory]
    [InlineData(15, 14, 59, true)]
    [InlineData(15, 15, 0, false)]
    public void WhenALegExpiresToday_NothingIsOpenedAfterTheCutOff(int hour, int minute, int second, bool granted)
    {
        var bench = new VenueBench();
        bench.MoveTo(hour, minute, second);

        var answer = bench.SendLegs(1, -0.40m, Leg(SellToOpen, ExpiringCall), Leg(BuyToOpen, ExpiringCall105));
        Assert.Equal(granted, answer.Granted);
        if (!granted)
        {
            AssertRefused(answer, 422, 42210000, $"contract \"{ExpiringCall}\" expires soon, unable to open new positions");
        }
    }

    private static VenueAnswer<VenueOrder> Open(int cents, double net, params OrderLeg[] legs) =>
        new VenueBench(new VenueOptions { Cash = cents / 100m }).SendLegs(1, (decimal)net, legs);
}
