using ExitDesk.Engine.Plans;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Operator;

/// <summary>A gain beyond what a position can bring: refused where it is named, said where a wider section cannot know.</summary>
public sealed class ProfitReachTests
{
    // Worth 700.00 at most: bought at 500.00 it can gain 0.40 of that.
    private const string Put = "GOOG160115P00700000";
    private const string Beyond = "cannot be reached: maximum profit is +40.0 % (+$20,000.00)";

    private readonly DeskHarness _desk = new();

    [Theory]
    [InlineData("takeProfit.target", "0.4", false)]
    [InlineData("takeProfit.target", "0.4001", true)]
    [InlineData("trailingStop.arm", "0.4", false)]
    [InlineData("trailingStop.arm", "0.4001", true)]
    public async Task WhenThePositionIsNamed_AGainBeyondItsMaximumIsRefused(string path, string gain, bool refused)
    {
        var position = await _desk.HoldAsync(Put, 1, 500m);
        await _desk.WriteAsync($"/plan set position {position.Id} {path} {gain}");

        Assert.Equal(refused, _desk.Desk.Last.Contains($"{path} {gain} {Beyond}", StringComparison.Ordinal));
        Assert.Equal(refused, _desk.Desk.Last.Contains("Not changed", StringComparison.Ordinal));
        Assert.Equal(!refused, _desk.Get<ExitPlanBook>().MergedFor(position).SourceOf(path).StartsWith("position", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0.99", false)]
    [InlineData("1", true)]
    public async Task WhenTheNamedPositionIsACredit_ItKeepsLessThanOne(string gain, bool refused)
    {
        var position = await _desk.HoldAsync(Put, -1, 1.50m);
        await _desk.WriteAsync($"/plan set position {position.Id} takeProfit.target {gain}");

        Assert.Equal(refused, _desk.Desk.Last.Contains("cannot be reached: maximum profit is +100.0 % (+$150.00)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhenAWiderSectionSetsIt_ItIsTakenAndSaidOfThePosition()
    {
        var position = await _desk.HoldAsync(Put, 1, 500m);
        await _desk.WriteAsync("/plan set symbol GOOG takeProfit.target 0.45");
        Assert.Equal(0.45m, _desk.Get<ExitPlanBook>().PlanFor(position).TakeProfit.Target);

        await _desk.WriteAsync("/plan GOOG");
        Assert.Contains($"⚠️ takeProfit.target {Beyond}", _desk.Desk.Last, StringComparison.Ordinal);
        await _desk.WriteAsync("/why GOOG");
        Assert.Contains($"; {Beyond}", _desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenItIsInReach_NothingIsSaid()
    {
        await _desk.HoldAsync(Put, 1, 400m);
        await _desk.WriteAsync("/plan GOOG");
        Assert.DoesNotContain("cannot be reached", _desk.Desk.Last, StringComparison.Ordinal);
        await _desk.WriteAsync("/why GOOG");
        Assert.DoesNotContain("cannot be reached", _desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheEntryChangedSince_OtherValuesOfThePositionCanStillBeSet()
    {
        var position = await _desk.HoldAsync(Put, 1, 400m);
        await _desk.WriteAsync($"/plan set position {position.Id} takeProfit.target 0.7");
        _desk.Broker.Hold(Put, 1, 500m);
        await _desk.SyncAsync();
        await _desk.WriteAsync($"/plan set position {position.Id} stopLoss.debitLoss 0.3");

        Assert.Equal(0.3m, _desk.Get<ExitPlanBook>().PlanFor(await _desk.PositionAsync(Put)).StopLoss.DebitLoss);
    }
}
