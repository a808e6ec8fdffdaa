using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Sweep;

/// <summary>What the owner is told of a market that stays wide: whether its stop is judged, or blind.</summary>
public sealed class UnbidMarketTests
{
    private readonly DeskHarness _desk = new();

    [Theory]
    [InlineData(0.00, "Cannot judge", "Nobody bids for what was bought", "Its stop is judged on the mid")]
    [InlineData(0.01, "Wide market", "Its stop is judged on the mid", "obody bids")]
    public async Task WhenItIsWideForFiveMinutes_TheAlertSaysWhetherTheStopIsJudged(double bid, string title, string says, string saysNot)
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Market.Quote(Contracts.Goog, (decimal)bid, 5.00m);
        await _desk.SweepAsync(19);
        Assert.DoesNotContain(_desk.Desk.Shown, card => card.Html.Contains(title, StringComparison.Ordinal));
        await _desk.SweepAsync(3);

        Assert.Empty(await _desk.ClosingsAsync());
        var alert = Assert.Single(_desk.Desk.Shown, card => card.Html.Contains(title, StringComparison.Ordinal));
        Assert.Contains(says, alert.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(saysNot, alert.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheMidAloneFires_ItCloses()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Market.Quote(Contracts.Goog, 0.00m, 0.15m);
        await _desk.SweepAsync(14);
        Assert.NotEmpty(await _desk.ClosingsAsync());
    }
}
