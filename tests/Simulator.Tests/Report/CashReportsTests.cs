using ExitDesk.Simulator.Report;
using ExitDesk.Simulator.Scenarios;
using ExitDesk.Simulator.Tests.Venue;
using ExitDesk.Simulator.Venue;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;
using static ExitDesk.Simulator.Tests.Venue.VenueBench;

namespace ExitDesk.Simulator.Tests.Report;

public sealed class CashReportsTests
{
    private readonly VenueBench _bench = new(new VenueOptions { Liquidation = LiquidationScope.Unfunded });
    private readonly List<Opening> _openings = [];

    [Fact]
    public void WhenAPositionIsSoldInPart_FillsAndRestAddUp()
    {
        Open(Call100, 3, 2m);
        Granted(_bench.Sell(Call100, 1));
        _bench.Move(1);

        Assert.Equal([new CashReport(Call100, 3, -1, 0, 2, -600m, 100m, 0m)], Reports());
        Assert.Empty(Differences());
    }

    [Fact]
    public void WhenAShortPutIsAssigned_OptionAndSharesAddUpBeforeTheHistoryShowsIt()
    {
        Open(ExpiringPut, -1, 1m);
        _bench.Market.Quote("GOOG", At(15), 94.90m, 95.10m);
        _bench.MoveTo(16, 1);

        Assert.Empty(_bench.Venue.Activities());
        Assert.Equal(
            [new CashReport("GOOG", 0, 0, 100, 100, 0m, 0m, -10_000m), new CashReport(ExpiringPut, -1, 0, 1, 0, 100m, 0m, 0m)],
            Reports());
        Assert.Empty(Differences());
    }

    [Fact]
    public void WhenAContractExpires_ItIsSettledForNothing()
    {
        Open(ExpiringCall105, 2, 0.50m);
        _bench.MoveTo(16, 1);

        Assert.Equal([new CashReport(ExpiringCall105, 2, 0, -2, 0, -100m, 0m, 0m)], Reports());
        Assert.Empty(Differences());
    }

    [Fact]
    public void WhenSomethingCameUntold_QuantityAndCashDiffer()
    {
        _bench.Hold(Call100, 1, 2m);

        Assert.Equal(
            [$"{Call100}: opened 0, filled 0 and settled 0 do not make the 1 held", "the account has 99800.00 of cash, its history tells 100000.00"],
            Differences());
    }

    private void Open(string symbol, int quantity, decimal price)
    {
        _bench.Hold(symbol, quantity, price);
        _openings.Add(new Opening(symbol, quantity, At(9, 45), price));
    }

    private IReadOnlyList<CashReport> Reports() => CashReports.Of(_bench.Venue, _openings);

    private IEnumerable<string> Differences() => CashReports.Differences(Reports(), 100_000m, _bench.Venue.Account().Cash);
}
