using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.Workflows.Sweep;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Market;

/// <summary>The clock costs a call, and the last calls of a minute are the closes'.</summary>
public sealed class MarketMomentsTests
{
    private readonly DeskHarness _desk = new();

    private int Calls => _desk.Market.Calls.GetValueOrDefault("clock");

    [Theory]
    [InlineData(IBrokerBudget.KeptForCloses + 1, 10)]
    [InlineData(IBrokerBudget.KeptForCloses, 0)]
    [InlineData(0, 0)]
    public async Task WhenOnlyTheCallsOfClosesAreLeft_SweepsTakeNone(int left, int calls)
    {
        await _desk.Get<MarketMoments>().ReadAsync(default);
        _desk.Broker.Budget.ChangesLeft = left;
        var before = Calls;
        for (var second = 0; second < 10; second++)
        {
            _desk.Time.Advance(TimeSpan.FromSeconds(1));
            await _desk.Get<ExitSweep>().RunAsync(default);
        }

        Assert.Equal(calls, Calls - before);
    }

    [Theory]
    [InlineData(59.9, 0)]
    [InlineData(60, 1)]
    public async Task WhenTheLastReadingIsAMinuteOld_ItIsReadAnew(double seconds, int calls)
    {
        var moments = _desk.Get<MarketMoments>();
        await moments.ReadAsync(default);
        _desk.Broker.Budget.ChangesLeft = 0;
        var before = Calls;
        _desk.Time.Advance(TimeSpan.FromSeconds(seconds));

        var moment = await moments.ReadAsync(default);
        Assert.Equal((_desk.Now, calls, false), (moment.Value!.Now, Calls - before, moments.IsBridged));
    }

    [Fact]
    public async Task WhenACloseAsks_TheBrokerIsAskedWhateverIsLeft()
    {
        var moments = _desk.Get<MarketMoments>();
        await moments.ReadAsync(default);
        _desk.Broker.Budget.ChangesLeft = 1;
        var before = Calls;
        await moments.ReadForCloseAsync(default);

        Assert.Equal(1, Calls - before);
    }

    [Fact]
    public async Task WhenTheMarketClosesMeanwhile_TheSparedReadingKnows()
    {
        var moments = _desk.Get<MarketMoments>();
        _desk.Time.Advance(new DateTimeOffset(2015, 12, 22, 20, 59, 59, TimeSpan.Zero) - _desk.Now);
        Assert.True((await moments.ReadAsync(default)).Value!.IsOpen);
        _desk.Broker.Budget.ChangesLeft = 0;
        _desk.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.False((await moments.ReadAsync(default)).Value!.IsOpen);
    }
}
