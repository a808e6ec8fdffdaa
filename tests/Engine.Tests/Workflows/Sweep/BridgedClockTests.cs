using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Sweep;

/// <summary>Stops do not stop with the clock, and the owner hears of it.</summary>
public sealed class BridgedClockTests
{
    private readonly DeskHarness _desk = new();

    [Fact]
    public async Task WhenTheClockFails_StopsGoOnAndTheOwnerIsToldOnce()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Market.Quote(Contracts.Goog, 1.90m, 1.95m);
        await _desk.SweepAsync(1);
        _desk.Market.Failing.Add("clock");
        _desk.Market.Quote(Contracts.Goog, 1.40m, 1.45m);
        await _desk.SweepAsync(4);
        Assert.Single(_desk.Desk.Shown, card => card.Html.Contains("clock does not answer", StringComparison.Ordinal));
        Assert.Single(await _desk.ClosingsAsync());
    }

    [Fact]
    public async Task WhenTheClockAnswersAgain_TheOwnerIsTold()
    {
        await _desk.SweepAsync(1);
        _desk.Market.Failing.Add("clock");
        await _desk.SweepAsync(1);
        _desk.Market.Failing.Clear();
        await _desk.SweepAsync(2);
        Assert.Single(_desk.Desk.Shown, card => card.Html.Contains("clock answers again", StringComparison.Ordinal));
    }
}
