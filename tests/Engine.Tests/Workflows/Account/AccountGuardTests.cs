using ExitDesk.Domain.Activities;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.State;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Account;

/// <summary>Rules of the whole account in the sweep. Its harness begins at 10:00, half an hour after the open.</summary>
public sealed class AccountGuardTests
{
    private readonly DeskHarness _desk = new();

    public AccountGuardTests()
    {
        _desk.Market.LastEquity = 10_000m;
        _desk.Market.Equity = 10_000m;
    }

    [Fact]
    public async Task WhenNoLimitIsSet_TheAccountIsNotRead()
    {
        await _desk.SweepAsync(1);
        var reads = _desk.Market.Calls.GetValueOrDefault("account");
        await _desk.SweepAsync(12);
        Assert.Equal(reads, _desk.Market.Calls.GetValueOrDefault("account"));
    }

    [Fact]
    public async Task WhenSwept_TheAccountIsReadOnceAMinute()
    {
        Limit("alert");
        await _desk.SweepAsync(1);
        var reads = _desk.Market.Calls["account"];
        await _desk.SweepAsync(12);
        Assert.Equal(reads + 3, _desk.Market.Calls["account"]);
    }

    [Theory]
    [InlineData(9_000.01, 0)]
    [InlineData(9_000.00, 1)]
    [InlineData(8_999.99, 1)]
    public async Task WhenTheDailyLossPassesItsLimit_TheOwnerIsToldOnceADay(double equity, int told)
    {
        Limit("alert");
        _desk.Market.Equity = (decimal)equity;
        await _desk.SweepAsync(40);
        Assert.Equal(told, _desk.Desk.Shown.Count(card => card.Html.Contains("Account limit", StringComparison.Ordinal)));
        Assert.Equal((TradingMode.Active, TradingState.Active), await SwitchesAsync());
    }

    [Fact]
    public async Task WhenMoneyWasWithdrawn_ItIsNoLoss()
    {
        Limit("alert");
        _desk.Market.Equity = 5_000m;
        _desk.Broker.Tell(new AccountActivity(
            "a1", ActivityKind.CashTransfer, "CSW", "", 0, null, -5_000m, new DateOnly(2015, 12, 22), null));
        await _desk.SweepAsync(20);
        Assert.DoesNotContain(_desk.Desk.Shown, card => card.Html.Contains("Account limit", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhenItStopsEntries_TheStateIsReducingAndAResumeIsNotFought()
    {
        Limit("stopEntries");
        _desk.Market.Equity = 8_000m;
        await _desk.SweepAsync(8);
        Assert.Equal((TradingMode.Active, TradingState.Reducing), await SwitchesAsync());
        await _desk.WriteAsync("/resume");
        await _desk.PressAsync(_desk.Desk.Button("Resume trading"));
        await _desk.SweepAsync(20);
        Assert.Equal((TradingMode.Active, TradingState.Active), await SwitchesAsync());
    }

    [Fact]
    public async Task WhenItWantsEmergency_ThreeMinutesConfirmItAndFiveMoreOfSilenceSwitch()
    {
        Limit("emergency");
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Market.Quote(Contracts.Goog, 2.00m, 2.02m);
        _desk.Market.Equity = 8_000m;
        await _desk.SweepAsync(8);
        Assert.Empty(await _desk.ApprovalsAsync());
        Assert.Equal(TradingState.Reducing, (await SwitchesAsync()).State);
        await _desk.SweepAsync(1);
        Assert.Contains("Emergency by an account rule?", _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Contains("acts by itself at 10:07 ET", _desk.Desk.Last, StringComparison.Ordinal);
        await _desk.SweepAsync(19);
        Assert.Equal(TradingMode.Active, (await SwitchesAsync()).Mode);
        await _desk.SweepAsync(2);
        Assert.Equal(TradingMode.Emergency, (await SwitchesAsync()).Mode);
        Assert.Equal(ExitReason.Emergency, Assert.Single(await _desk.ClosingsAsync()).Trigger.Reason);
    }

    [Fact]
    public async Task WhenTheOwnerSaysNotToday_NothingIsSwitched()
    {
        Limit("emergency");
        _desk.Market.Equity = 8_000m;
        await _desk.SweepAsync(9);
        await _desk.PressAsync(_desk.Desk.Button("Not today"));
        await _desk.SweepAsync(60);
        Assert.Equal(TradingMode.Active, (await SwitchesAsync()).Mode);
        Assert.Single(await _desk.ApprovalsAsync());
    }

    [Fact]
    public async Task WhenTheLossIsMadeGood_TheQuestionEnds()
    {
        Limit("emergency");
        _desk.Market.Equity = 8_000m;
        await _desk.SweepAsync(9);
        _desk.Market.Equity = 9_500m;
        await _desk.SweepAsync(30);
        Assert.Equal(TradingMode.Active, (await SwitchesAsync()).Mode);
        Assert.Equal(ApprovalStatus.Overtaken, Assert.Single(await _desk.ApprovalsAsync()).Status);
        Assert.Contains("No longer", _desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenLossFromThePeakPassesItsLimit_ThePeakSurvivesARestart()
    {
        Plan("""{"account": {"lossFromPeak": {"limit": 0.1, "action": "alert"}}}""");
        _desk.Market.Equity = 12_000m;
        await _desk.SweepAsync(1);
        await _desk.AdvanceAsync(TimeSpan.FromMinutes(2));
        _desk.Restart();
        _desk.Market.Equity = 10_800m;
        await _desk.SweepAsync(1);
        Assert.Contains(_desk.Desk.Shown, card => card.Html.Contains("10.0 % below its peak, limit 10.0 %", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhenTheAccountCannotBeRead_NothingIsJudged()
    {
        Limit("stopEntries");
        _desk.Market.Equity = 8_000m;
        await _desk.SweepAsync(1);
        Assert.Equal(TradingState.Reducing, (await SwitchesAsync()).State);
        _desk.Market.Equity = null;
        await _desk.SweepAsync(20);
        Assert.Single(await _desk.AuditAsync(), row => row.Action == "account-limit");
    }

    private void Limit(string action) => Plan($$"""{"account": {"maximumDailyLoss": {"limit": 1000, "action": "{{action}}"} } }""");

    private void Plan(string json)
    {
        _desk.Plans = new DeployedPlan("plan.json", json);
        _desk.Restart();
    }

    private async Task<(TradingMode Mode, TradingState State)> SwitchesAsync() =>
        await _desk.Get<DeskLedger>().SwitchesAsync(default) is var switches ? (switches.Mode, switches.State) : default;
}
