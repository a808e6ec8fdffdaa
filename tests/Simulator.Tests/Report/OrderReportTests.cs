using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Report;
using ExitDesk.Simulator.Tests.Venue;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;
using static ExitDesk.Simulator.Tests.Venue.VenueBench;

namespace ExitDesk.Simulator.Tests.Report;

public sealed class OrderReportTests
{
    [Fact]
    public void WhenOrderWorks_AcceptedIsWhenItBeganTo()
    {
        var bench = new VenueBench();
        var report = Sold(bench, 1);
        Assert.Equal((At(10), At(10).AddMilliseconds(250), At(10).AddMilliseconds(250)), (report.Submitted, report.Accepted, report.Filled));
    }

    [Fact]
    public void WhenOrderDoesNotWorkYet_AcceptedIsNull() => Assert.Null(Sold(new VenueBench(), 0.1).Accepted);

    [Fact]
    public void WhenBrokerRejectsIt_AcceptedIsNull()
    {
        var bench = new VenueBench(Fault.AsynchronousRejection);
        bench.Hold(Call100, 1);
        for (var i = 0; i < 100 && bench.Held(Call100) > 0; i++)
        {
            var order = bench.Sell(Call100, 1);
            bench.Move(1);
            if (bench.Now(order).FailedAt is not null)
            {
                Assert.Null(OrderReport.Of(bench.Now(order), bench.Clock.Now).Accepted);
                return;
            }

            bench.Hold(Call100, 1);
        }

        Assert.Fail("The fault never struck.");
    }

    [Fact]
    public void WhenCanceledBeforeItWorked_AcceptedIsNull()
    {
        var bench = new VenueBench();
        bench.Hold(Call100, 1);
        var order = bench.Sell(Call100, 1);
        var canceled = Granted(order) with { CanceledAt = At(10).AddMilliseconds(100) };
        Assert.Null(OrderReport.Of(canceled, At(11)).Accepted);
    }

    private static OrderReport Sold(VenueBench bench, double secondsAgo)
    {
        bench.Hold(Call100, 1);
        var order = bench.Sell(Call100, 1);
        bench.Move(secondsAgo);
        return OrderReport.Of(bench.Now(order), bench.Clock.Now);
    }
}
