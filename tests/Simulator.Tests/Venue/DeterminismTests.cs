using System.Text.Json;
using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Venue;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;
using static ExitDesk.Simulator.Tests.Venue.VenueBench;

namespace ExitDesk.Simulator.Tests.Venue;

public sealed class DeterminismTests
{
    [Fact]
    public void WhenTheDayIsPlayedAgain_EveryByteIsTheSame() => Assert.Equal(Play(60), Play(60));

    [Fact]
    public void WhenTheClockMovesInOtherSteps_TheDayIsTheSame() => Assert.Equal(Play(60), Play(0.5));

    [Fact]
    public void WhenTheSeedDiffers_IdsDiffer() =>
        Assert.NotEqual(
            Granted(new VenueBench(new VenueOptions { Seed = 1 }).Buy(Call100, 1)).Id,
            Granted(new VenueBench(new VenueOptions { Seed = 2 }).Buy(Call100, 1)).Id);

    [Fact]
    public async Task WhenManyClose_OneIsTaken()
    {
        var bench = new VenueBench();
        bench.Hold(Call100, 2);
        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => bench.Venue.Close(Call100))));

        Assert.Single(answers, answer => answer.Granted);
        bench.Move(1);
        Assert.Empty(bench.Venue.Positions());
        Assert.Empty(bench.Venue.Violations);
    }

    [Fact]
    public void WhenAnOrderIsTaken_ListenersHearOfItOutsideTheLock()
    {
        var bench = new VenueBench();
        List<string> heard = [];
        bench.Venue.OrderAccepted += accepted => heard.Add($"{accepted.Order.Symbol} {bench.Venue.Orders().Count}");
        Granted(bench.Buy(Call100, 1));
        bench.Sell(Call105, 1);

        Assert.Equal([$"{Call100} 1"], heard);
    }

    private static string Play(double step)
    {
        var bench = new VenueBench(
            new VenueOptions { PartialFillProbability = 0.3, FillAtMidProbability = 0.1, EarlyAssignmentProbability = 0.5 },
            Fault.PartialFills,
            Fault.FillDuringCancel,
            Fault.OwnerCloses,
            Fault.AsynchronousRejection);
        bench.Hold(Call100, 7);
        bench.Hold(Put95, -2);
        bench.Hold(ExpiringCall, 3);
        bench.Market.Quote(Call100, At(10, 20, 7), 1.40m, 1.45m);
        var order = bench.Sell(Call100, 4, 1.40m);
        while (bench.Clock.Now < At(10, 30))
        {
            bench.Move(step);
        }

        bench.Sell(Call100, 3, 1.40m);
        bench.SendLegs(3, 0.05m, Leg(PositionIntent.BuyToOpen, Put95), Leg(PositionIntent.SellToOpen, Put90));
        bench.SendLegs(3, 0.05m, Leg(PositionIntent.BuyToOpen, Call100), Leg(PositionIntent.SellToOpen, Call105));
        var last = Granted(bench.Buy(Put90, 1, 0.20m));
        while (bench.Clock.Now < At(10, 31))
        {
            bench.Move(step);
        }

        bench.Venue.Cancel(last.Id);
        while (bench.Clock.Now < At(16, 30))
        {
            bench.Move(step);
        }

        bench.MoveTo(7, day: 21);
        Assert.Empty(bench.Venue.Violations);
        return JsonSerializer.Serialize(new object[]
        {
            bench.Venue.Account(), bench.Venue.Positions(), bench.Venue.Orders(), bench.Venue.Activities(), bench.Now(order),
        });
    }
}
