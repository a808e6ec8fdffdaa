using ExitDesk.Simulator.Scenarios;
using ExitDesk.Simulator.Terminal;
using ExitDesk.Simulator.Tests.Venue;
using ExitDesk.Simulator.Venue;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;
using static ExitDesk.Simulator.Tests.Venue.VenueBench;

namespace ExitDesk.Simulator.Tests.Terminal;

public sealed class PositionRowTests
{
    private readonly VenueBench _bench = new(new VenueOptions { Liquidation = LiquidationScope.Unfunded });
    private readonly List<Opening> _openings = [];

    [Fact]
    public void WhenOneOptionIsHeld_ItHasResultAndDistances()
    {
        Open(Call100, 2, 1.20m);

        var row = Assert.Single(Rows());
        Assert.Equal(("GOOG 18 Dec 100 C", 2, 1.20m, 1.00m, -40m), (row.Name, row.Quantity, row.Entry, row.Price, row.Pnl));
        Assert.Equal((0.10m, 0.80m, null), (row.ToStop, row.ToTarget, row.Deadline));
        Assert.False(row.IsClosed);
    }

    [Fact]
    public void WhenACreditSpreadIsHeld_ItIsOneRowWithItsNetPrices()
    {
        Open(Put95, -2, 3.00m, "GOOG put spread");
        Open(Put90, 2, 1.80m, "GOOG put spread");

        var row = Assert.Single(Rows());
        // Bought back at 1.10, the wing sold at 1.00: 0.10 of 1.20 received.
        Assert.Equal(("GOOG put spread", 2, -1.20m, -0.10m, 220m), (row.Name, row.Quantity, row.Entry, row.Price, row.Pnl));
        Assert.Equal(0.9167m, decimal.Round(row.Return!.Value, 4));
    }

    [Fact]
    public void WhenALegIsGone_TheRowSaysSoAndKeepsItsMoney()
    {
        Open(Put95, -1, 3.00m, "GOOG put spread");
        Open(Put90, 1, 1.80m, "GOOG put spread");
        _bench.Venue.Liquidate(Put95);
        _bench.Move(1);

        var row = Assert.Single(Rows());
        Assert.Equal(("GOOG put spread, 1 of 2 legs left", 1, 110m), (row.Name, row.Quantity, row.Pnl));
    }

    [Fact]
    public void WhenACallIsCovered_AHundredSharesAreOneLeg()
    {
        Open("GOOG", 200, 100m, "GOOG covered call");
        Open(Call105, -2, 2.00m, "GOOG covered call");

        var row = Assert.Single(Rows());
        // Shares at the bid of 101.90, the calls bought back at 1.10.
        Assert.Equal((2, 98m, 100.80m, 560m), (row.Quantity, row.Entry, row.Price, row.Pnl));
    }

    [Theory]
    [InlineData(ExpiringCall, 15, 0)]
    [InlineData(ExpiringSpy, 15, 15)]
    public void WhenItExpiresToday_TheLastExitIsAQuarterHourBeforeTheCutOff(string symbol, int hour, int minute)
    {
        Open(symbol, 1, 1m);
        Assert.Equal(At(hour, minute), Assert.Single(Rows()).Deadline);
    }

    [Theory]
    [InlineData(EarlyCall, 12, 0)]
    [InlineData(EarlySpy, 12, 15)]
    public void WhenTheDayClosesEarly_TheLastExitMovesWithIt(string symbol, int hour, int minute)
    {
        Open(symbol, 1, 1m);
        _bench.MoveTo(9, 30, day: 27);
        Assert.Equal(At(hour, minute, day: 27), Assert.Single(Rows()).Deadline);
    }

    [Fact]
    public void WhenItHasExpired_TheRowSaysSoWithItsLoss()
    {
        Open(ExpiringCall105, 2, 0.50m);
        _bench.MoveTo(7, day: 21);

        var row = Assert.Single(Rows());
        Assert.Equal(("expired", 0, -100m, null), (row.End, row.Quantity, row.Pnl, row.Deadline));
    }

    private void Open(string symbol, int quantity, decimal price, string? structure = null)
    {
        _bench.Hold(symbol, quantity, price);
        _openings.Add(new Opening(symbol, quantity, At(9, 45), price) { Structure = structure });
    }

    private IReadOnlyList<PositionRow> Rows() => PositionRow.Of(_bench.Venue, _openings, new VenueOptions().BroadBasedEtfs);
}
