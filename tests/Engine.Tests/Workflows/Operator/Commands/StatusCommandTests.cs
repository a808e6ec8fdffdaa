using ExitDesk.Engine.Ports.Market;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Operator.Commands;

public sealed class StatusCommandTests
{
    private const string Put = "GOOG160115P00700000";
    private const string Expiring = "GOOG151222P00700000";

    private readonly DeskHarness _desk = new();

    public StatusCommandTests() => _desk.Market.Stocks["GOOG"] = new StockPrice(null, 750m, _desk.Now);

    [Fact]
    public async Task WhenSeveralAreHeld_TheNearestToFiringComesFirstWithinAnUnderlying()
    {
        _desk.Market.Quote(Contracts.Aapl, 2.00m, 2.02m);
        _desk.Market.Quote(Contracts.Goog, 2.10m, 2.12m);
        _desk.Market.Quote(Put, 1.58m, 1.60m);
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        await _desk.HoldAsync(Put, 1, 2.00m);
        await _desk.HoldAsync(Contracts.Aapl, 1, 2.00m);
        var said = await AskAsync();
        Assert.True(
            said.IndexOf("AAPL 15 Jan", StringComparison.Ordinal) is var aapl and > 0
            && said.IndexOf("GOOG 15 Jan 700 P", StringComparison.Ordinal) is var put && put > aapl
            && said.IndexOf("GOOG 15 Jan 750 C", StringComparison.Ordinal) > put, said);
        Assert.Contains("stop 1.50 (0.08 away) · target 3.00 (1.42 away)", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenSomeHaveNoQuote_TheTotalSaysSoAndDoesNotCountThemAsNothing()
    {
        _desk.Market.Quote(Contracts.Goog, 2.10m, 2.12m);
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        await _desk.HoldAsync(Put, 1, 2.00m);
        Assert.Contains("Unrealized +$20.00, 1 without a quote", await AskAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenItExpiresToday_ItsDeadlineAndWhatIsLeftAreTold()
    {
        _desk.Market.Quote(Expiring, 1.00m, 1.02m);
        await _desk.HoldAsync(Expiring, 1, 1.00m);
        Assert.Matches(@"⏰ expires today, deadline 15:00 ET \(in 4 h 5\d min\)", await AskAsync());
    }

    [Fact]
    public async Task WhenItIsSold_CostAndShareOfTheCreditAreTold()
    {
        _desk.Market.Quote(Put, 0.98m, 1.00m);
        await _desk.HoldAsync(Put, -1, 1.50m);
        var said = await AskAsync();
        Assert.Contains("1.50 → 1.00  +$50.00 (+33.3 %)", said, StringComparison.Ordinal);
        Assert.Contains("stop 4.50 (3.50 away) · target 0.75 (0.25 away)", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheClockDoesNotAnswer_PositionsAreStillShown()
    {
        _desk.Market.Quote(Contracts.Goog, 2.10m, 2.12m);
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        await _desk.SweepAsync(1);
        _desk.Restart();
        _desk.Market.Failing.Add("clock");
        await _desk.WriteAsync("/status");
        Assert.Contains("the broker's clock does not answer", _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Contains("2.00 → 2.10  +$20.00 (+5.0 %)", _desk.Desk.Last, StringComparison.Ordinal);
    }

    private async Task<string> AskAsync()
    {
        await _desk.SweepAsync(1);
        await _desk.WriteAsync("/status");
        return _desk.Desk.Last;
    }
}
