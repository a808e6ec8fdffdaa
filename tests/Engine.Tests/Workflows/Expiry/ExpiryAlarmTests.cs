using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.State;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Expiry;

public sealed class ExpiryAlarmTests
{
    private readonly ExpiryBench _bench = new() { Underlying = ExpiryBench.At(0.001m) };

    private InMemoryDesk Chat => _bench.Desk.Desk;

    public static TheoryData<DeskSwitches, string> Switched => new()
    {
        { new DeskSwitches(TradingMode.Monitor, TradingState.Active), "Monitor mode" },
        { new DeskSwitches(TradingMode.Active, TradingState.Halted), "trading is halted" },
        { new DeskSwitches(TradingMode.Monitor, TradingState.Halted), "trading is halted" },
    };

    [Theory]
    [MemberData(nameof(Switched))]
    public async Task WhenNothingMayBeClosed_EveryMinuteInTheMoneyIsAnAlertAndNothingIsSent(DeskSwitches switches, string why)
    {
        _bench.Switches = switches;
        await _bench.SeedAsync();
        await _bench.AtAsync(14, 30);
        await CyclesAsync(minutes: 3);
        Assert.Equal(3, Chat.Sounds);
        Assert.All(Chat.Shown.SkipLast(1), card => Assert.Contains("Continued below", card.Html, StringComparison.Ordinal));
        Assert.All(Chat.Shown.SkipLast(1), card => Assert.Empty(card.Buttons));
        Assert.NotEmpty(Chat.Shown[^1].Buttons);
        Assert.Equal(3, (await _bench.AuditAsync("expiry-alarm")).Count);
        Assert.Contains("nothing is sent, because", Chat.Shown[^1].Html, StringComparison.Ordinal);
        Assert.Contains(why, Chat.Shown[^1].Html, StringComparison.Ordinal);
        Assert.Empty(_bench.Desk.Broker.Closes);
        Assert.Empty(_bench.Desk.Broker.Tickets);
        Assert.Empty(_bench.Desk.Broker.Cancels);
    }

    [Fact]
    public async Task WhenItGetsWorse_ANewCardMakesASoundAndTheOldOneLosesItsButtons()
    {
        _bench.Switches = new DeskSwitches(TradingMode.Monitor, TradingState.Active);
        await _bench.SeedAsync();
        await _bench.CycleAtAsync(14, 54, 59);
        foreach (var (hour, minute) in new[] { (14, 55), (14, 58), (15, 0), (15, 15), (15, 30) })
        {
            var cards = Chat.Shown.Count;
            await _bench.CycleAtAsync(hour, minute);
            await _bench.CycleAsync();
            Assert.Equal(cards + 1, Chat.Shown.Count);
            Assert.Empty(Chat.Shown[^2].Buttons);
        }

        Assert.Single(await _bench.Desk.ApprovalsAsync(), approval => approval.Status == ApprovalStatus.Open);
    }

    [Fact]
    public async Task WhenTheDeadlinePassed_EachMinuteSaysWhatTheBrokerDoesNext()
    {
        await _bench.SeedAsync(status: PositionStatus.Closing);
        await _bench.CycleAtAsync(14, 59, 59);
        Assert.Empty(Chat.Shown);
        await _bench.AtAsync(15, 0);
        await CyclesAsync(minutes: 2);
        Assert.Equal(2, Chat.Sounds);
        Assert.Contains("Broker: sells it at the market from 15:30 ET, or exercises it after the close: exercise takes $150,000.00, and your funds cannot be read now", Chat.Shown[^1].Html, StringComparison.Ordinal);
        Assert.Contains("tried once a minute", Chat.Shown[^1].Html, StringComparison.Ordinal);
        Assert.Equal(["Do not exercise", "Why?"], Chat.Shown[^1].Buttons.SelectMany(row => row).Select(button => button.Label));
    }

    [Fact]
    public async Task WhenTheDeadlinePassedFarOutOfTheMoney_NothingIsSaid()
    {
        _bench.Underlying = ExpiryBench.At(-0.03m);
        await _bench.SeedAsync();
        await _bench.CycleAtAsync(15, 0);
        Assert.Empty(Chat.Shown);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.0001, 1)]
    public async Task WhenMonitorAtT5_TheAlarmBeginsAboveTheStrike(double moneyness, int alarms)
    {
        _bench.Switches = new DeskSwitches(TradingMode.Monitor, TradingState.Active);
        _bench.Underlying = ExpiryBench.At((decimal)moneyness);
        await _bench.SeedAsync();
        await _bench.CycleAtAsync(14, 55);
        Assert.Equal(alarms, (await _bench.AuditAsync("expiry-alarm")).Count);
    }

    [Fact]
    public async Task WhenWatchedOnly_ItIsAlarmedAsInMonitor()
    {
        await _bench.SeedAsync(management: Management.Watched);
        await _bench.CycleAtAsync(14, 58);
        Assert.Contains("watched only", Chat.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenThePlanSwitchesTheLadderOff_OneCardSaysSoAndNoAlarmFollows()
    {
        _bench.Desk.Plans = new DeployedPlan("plan.json", """{"defaults": {"exerciseRisk": {"enabled": false}}}""");
        _bench.Desk.Restart();
        await _bench.SeedAsync();
        await _bench.AtAsync(14, 58);
        await CyclesAsync(minutes: 3);
        Assert.Single(Chat.Shown);
        Assert.Contains("its plan switches the expiry ladder off", Chat.Last, StringComparison.Ordinal);
        Assert.Empty(await _bench.AuditAsync("expiry-alarm"));
    }

    [Fact]
    public async Task WhenTheLadderMayAct_TheClosingSpeaksAndTheCardEndsWithIt()
    {
        _bench.Underlying = ExpiryBench.At(-0.001m);
        await _bench.SeedAsync();
        await _bench.CycleAtAsync(14, 30);
        _bench.Underlying = ExpiryBench.At(0.001m);
        await _bench.CycleAtAsync(14, 55);
        await _bench.PutAsync((await _bench.Desk.PositionAsync(ExpiryBench.Call)) with { Status = PositionStatus.Closing });
        await _bench.CycleAsync();
        Assert.Single(Chat.Shown);
        Assert.Contains("It is being closed", Chat.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheClosingEndsWithoutClosingIt_TheOwnerIsToldAnew()
    {
        _bench.Underlying = ExpiryBench.At(-0.001m);
        await _bench.SeedAsync();
        await _bench.CycleAtAsync(14, 30);
        foreach (var status in new[] { PositionStatus.Closing, PositionStatus.Open })
        {
            await _bench.PutAsync((await _bench.Desk.PositionAsync(ExpiryBench.Call)) with { Status = status });
            await _bench.CycleAsync();
        }

        Assert.Equal(2, Chat.Shown.Count);
        Assert.NotEmpty(Chat.Shown[^1].Buttons);
    }

    private async Task CyclesAsync(int minutes)
    {
        for (var i = 0; i < 4 * minutes; i++)
        {
            await _bench.CycleAsync();
            await _bench.Desk.AdvanceAsync(TimeSpan.FromSeconds(15));
        }
    }
}
