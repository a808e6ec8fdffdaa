using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows;
using ExitDesk.Engine.Workflows.Closing;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Expiry;

public sealed class RestingStopsTests
{
    private readonly ExpiryBench _bench = new() { Underlying = ExpiryBench.At(0.001m) };

    [Fact]
    public async Task WhenT2CloseBegins_TheStopBecomesThatClose()
    {
        await RestAsync();
        await _bench.AtAsync(14, 58);
        await CloseAsync();
        await _bench.CycleAsync();
        Assert.Contains("the close takes their place", Assert.Single(await _bench.AuditAsync("resting-stops")), StringComparison.Ordinal);
        await _bench.Desk.RunUntilQuietAsync();
        Assert.Equal(_bench.Desk.Broker.Orders[0].Id, Assert.Single(_bench.Desk.Broker.Cancels));
        Assert.Equal(2, _bench.Desk.Broker.Fills.Sum(fill => fill.Quantity));
        Assert.Equal(OrderStatus.Canceled, _bench.Desk.Broker.Orders[0].Status);
    }

    [Theory]
    [InlineData(14, 57, 59, 0)]
    [InlineData(14, 58, 0, 1)]
    public async Task WhenT2Comes_TheStopIsNamedOnce(int hour, int minute, int second, int times)
    {
        await RestAsync();
        await _bench.CycleAtAsync(hour, minute, second);
        await _bench.CycleAsync();
        Assert.Equal(times, (await _bench.AuditAsync("resting-stops")).Count);
    }

    [Fact]
    public async Task WhenFurtherOutOfTheMoneyThanT2_TheStopStays()
    {
        _bench.Underlying = ExpiryBench.At(-0.0143m);
        await RestAsync();
        await _bench.CycleAtAsync(14, 58);
        Assert.Contains("Left as they are: the contract is further out", Assert.Single(await _bench.AuditAsync("resting-stops")), StringComparison.Ordinal);
        Assert.Empty(_bench.Desk.Broker.Cancels);
    }

    [Fact]
    public async Task WhenMonitor_TheStopStaysAndTheReasonIsGiven()
    {
        _bench.Switches = new DeskSwitches(TradingMode.Monitor, TradingState.Active);
        await RestAsync();
        await _bench.CycleAtAsync(14, 58);
        Assert.Contains("because the desk is in Monitor mode", Assert.Single(await _bench.AuditAsync("resting-stops")), StringComparison.Ordinal);
        Assert.Empty(_bench.Desk.Broker.Cancels);
    }

    [Fact]
    public async Task WhenOrdersCannotBeRead_TheNextCycleReadsThem()
    {
        await RestAsync();
        _bench.Desk.Broker.ReadFailure = "500";
        await _bench.CycleAtAsync(14, 58);
        Assert.Empty(await _bench.AuditAsync("resting-stops"));
        _bench.Desk.Broker.ReadFailure = null;
        await _bench.CycleAsync();
        Assert.Single(await _bench.AuditAsync("resting-stops"));
    }

    // Two contracts are held and a stop of the owner holds both.
    private async Task RestAsync()
    {
        await _bench.SeedAsync();
        _bench.Desk.Broker.Hold(ExpiryBench.Call, 2, 3m);
        _bench.Desk.Market.Quote(ExpiryBench.Call, 3.10m, 3.20m);
        await _bench.Desk.Broker.SubmitOrderAsync(
            new OrderTicket("mine", [OrderLeg.Of(ExpiryBench.Call, PositionIntent.SellToClose)], 2, null) { StopPrice = 1m }, default);
    }

    private async Task CloseAsync()
    {
        var position = (await _bench.Desk.Get<DeskLedger>().PositionsAsync(default))[0];
        var trigger = new CloseTrigger(
            ExitReason.ExerciseRisk, Urgency.Immediate, CloseAuthority.Rule, "exercise risk", _bench.Desk.Now, 3.10m, 3.20m, 3.10m, 0.001m, -0.0142m);
        Assert.NotNull(await _bench.Desk.Get<DeskCommits>().CommitAsync(CloseStart.Batch(position, trigger, null, _bench.Moment()), default));
    }
}
