using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;
using static ExitDesk.Simulator.Tests.Venue.VenueBench;

namespace ExitDesk.Simulator.Tests.Venue;

public sealed class CutOffTests
{
    [Theory]
    [InlineData(ExpiringCall, 20, 15, 14, 59, true)]
    [InlineData(ExpiringCall, 20, 15, 15, 0, false)]
    [InlineData(ExpiringCall, 20, 15, 15, 1, false)]
    [InlineData(ExpiringSpy, 20, 15, 29, 59, true)]
    [InlineData(ExpiringSpy, 20, 15, 30, 0, false)]
    [InlineData(ExpiringSpy, 20, 15, 30, 1, false)]
    [InlineData(EarlyCall, 27, 12, 14, 59, true)]
    [InlineData(EarlyCall, 27, 12, 15, 0, false)]
    [InlineData(EarlyCall, 27, 12, 15, 1, false)]
    [InlineData(EarlySpy, 27, 12, 29, 59, true)]
    [InlineData(EarlySpy, 27, 12, 30, 0, false)]
    [InlineData(EarlySpy, 27, 12, 30, 1, false)]
    public void WhenContractExpiresToday_OrdersMustArriveBefore(
        string symbol, int day, int hour, int minute, int second, bool granted)
    {
        var bench = new VenueBench();
        bench.Hold(symbol, 2);
        bench.MoveTo(hour, minute, second, day);

        var close = bench.Venue.Close(symbol, 1);
        var limit = bench.Sell(symbol, 1, 5m);
        Assert.Equal((granted, granted), (close.Granted, limit.Granted));
        if (!granted)
        {
            AssertRefused(close, 422, 42210000, "expires soon");
            AssertRefused(limit, 422, 42210000, "expires soon");
        }
    }

    [Fact]
    public void WhenContractExpiresLater_OrdersAreTakenUntilTheClose()
    {
        var bench = new VenueBench();
        bench.Hold(Call100, 1);
        bench.MoveTo(15, 59, 59);
        Granted(bench.Venue.Close(Call100));
    }

    [Theory]
    [InlineData(ExpiringCall, 15, 14, 59, true)]
    [InlineData(ExpiringCall, 15, 15, 0, false)]
    [InlineData(ExpiringSpy, 15, 29, 59, true)]
    [InlineData(ExpiringSpy, 15, 30, 0, false)]
    public void WhenOpeningAfterTheCutOff_TheBrokerSaysSo(string symbol, int hour, int minute, int second, bool granted)
    {
        var bench = new VenueBench();
        bench.MoveTo(hour, minute, second);

        var answer = bench.Buy(symbol, 1);
        Assert.Equal(granted, answer.Granted);
        if (!granted)
        {
            AssertRefused(answer, 422, 42210000, $"contract \"{symbol}\" expires soon, unable to open new positions");
        }
    }

    [Fact]
    public void WhenContractHasExpired_ItIsNotTraded()
    {
        var bench = new VenueBench();
        bench.MoveTo(16, 0, 0);
        AssertRefused(bench.Buy(ExpiringCall, 1, 1m), 422, 42210000, "expired");
        bench.MoveTo(10, day: 23);
        AssertRefused(bench.Buy(ExpiringCall, 1), 422, 42210000, "expired");
    }
}
