using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.Workflows.Sweep;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Market;

/// <summary>The broker's clock is the only now: a sweep that spared the call would judge stops at a time that is over.</summary>
public sealed class MarketMomentsTests
{
    private readonly DeskHarness _desk = new();

    [Theory]
    [InlineData(IBrokerBudget.KeptForCloses)]
    [InlineData(1)]
    [InlineData(0)]
    public async Task WhenOnlyTheCallsOfClosesAreLeft_EachSweepStillReadsTheClock(int left)
    {
        await _desk.Get<ExitSweep>().RunAsync(default);
        _desk.Broker.Budget.ChangesLeft = left;
        var before = _desk.Market.Calls.GetValueOrDefault("clock");
        for (var second = 0; second < 10; second++)
        {
            _desk.Time.Advance(TimeSpan.FromSeconds(1));
            await _desk.Get<ExitSweep>().RunAsync(default);
        }

        Assert.Equal(10, _desk.Market.Calls.GetValueOrDefault("clock") - before);
    }
}
