using ExitDesk.Domain.Exits;
using ExitDesk.Engine.Plans;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Sweep;

/// <summary>A position that is being closed is judged on.</summary>
public sealed class RaisingTests
{
    private readonly DeskHarness _desk = new();

    [Fact]
    public async Task WhenAStopFiresDuringAWalk_TheClosingIsRaised()
    {
        await WalkAsync();
        _desk.Market.Quote(Contracts.Goog, 1.20m, 1.22m);
        await _desk.SweepAsync(3);
        var closing = Assert.Single(await _desk.ClosingsAsync());
        Assert.Equal((ExitReason.StopLoss, Urgency.Immediate), (closing.Trigger.Reason, closing.Trigger.Urgency));
    }

    [Fact]
    public async Task WhenTheStopOnlyAsks_TheClosingGoesOnAsItIs()
    {
        _desk.Plans = new DeployedPlan("plan.json", """{"defaults": {"stopLoss": {"approval": "ask"}}}""");
        _desk.Restart();
        await WalkAsync();
        _desk.Market.Quote(Contracts.Goog, 1.40m, 1.42m);
        await _desk.SweepAsync(1);
        Assert.Equal(ExitReason.TakeProfit, Assert.Single(await _desk.ClosingsAsync()).Trigger.Reason);
    }

    private async Task WalkAsync()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Market.Quote(Contracts.Goog, 2.00m, 2.02m);
        await _desk.SweepAsync(4);
        _desk.Market.Quote(Contracts.Goog, 3.00m, 3.02m);
        await _desk.SweepAsync();
        await _desk.DrainAsync();
    }
}
