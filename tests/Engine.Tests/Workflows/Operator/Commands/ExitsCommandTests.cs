using ExitDesk.Domain.Closing;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Market;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Operator.Commands;

public sealed class ExitsCommandTests
{
    private readonly DeskHarness _desk = new();

    [Fact]
    public async Task WhenNothingWasClosed_ItSaysSo()
    {
        await _desk.WriteAsync("/exits");

        Assert.Equal("<b>Today</b>: no close of ours filled\n<b>Last 30 days</b>: no close of ours filled", _desk.Desk.Last);
    }

    [Fact]
    public async Task WhenAStopFilled_ItIsSummedByRuleAndSpeed()
    {
        await StopAsync();
        await _desk.WriteAsync("/exits");

        Assert.Contains(
            "<b>Today</b>: 1 close, -$106.00\n• Stop loss, Immediate: 1 close, -$106.00\n"
            + "  against the trigger's mid -$4.00, closing side -$2.00 · 0 s on average, 0 s at most\n<b>Last 30 days</b>: 1 close, -$106.00",
            _desk.Desk.Last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(29, true)]
    [InlineData(30, false)]
    public async Task WhenDaysPass_ItLeavesTodayAndThenTheMonth(int days, bool isCounted)
    {
        await StopAsync();
        _desk.Time.Advance(TimeSpan.FromDays(days));
        await _desk.WriteAsync("/exits");

        Assert.Contains("<b>Today</b>: no close", _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Equal(isCounted, _desk.Desk.Last.Contains("Last 30 days</b>: 1 close", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhenAClosingSettlesTwice_ItsReceiptIsThereOnce()
    {
        await StopAsync();
        var closing = Assert.Single(await _desk.ClosingsAsync());
        await _desk.Ledger.AppendAsync([Receipts.Row(closing with { RealizedPnl = 0 }, _desk.Broker.Fills)], default);
        var today = NewYork.DateOf(_desk.Now);

        var receipt = Assert.Single(await Receipts.ReadAsync(_desk.Ledger, today, today, default));
        Assert.Equal((closing.Id, -106m, new CloseShortfall(-4m, -2m)), (receipt.ClosingId, receipt.RealizedPnl, receipt.Shortfall));
    }

    private async Task StopAsync()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Market.Quote(Contracts.Goog, 1.48m, 1.50m);
        _desk.Broker.PriceFills(Contracts.Goog, 1.47m);
        await _desk.SweepAsync(3);
        await _desk.RunUntilQuietAsync();
        Assert.Single(_desk.Broker.Closes);
    }
}
