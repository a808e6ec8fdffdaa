using ExitDesk.Domain.Exits;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows;

public sealed class PlanRefreshTests
{
    private const string Good = """{"defaults": {"stopLoss": {"debitLoss": 0.4}}}""";
    private const string Bad = """{"defaults": {"stopLoss": {"debitLoss": 4}}}""";

    private readonly DeskHarness _desk = new();

    [Fact]
    public async Task WhenTheDeployedPlanIsWrong_TheLastGoodOneStaysInForceAndTheOwnerIsTold()
    {
        await StartAsync(Good);
        await StartAsync(Bad);
        Assert.Equal(0.4m, (await PlanAsync()).StopLoss.DebitLoss);
        var alert = Assert.Single(_desk.Desk.Shown, card => card.Html.Contains("plan.json is refused", StringComparison.Ordinal)).Html;
        Assert.Contains("last good one", alert, StringComparison.Ordinal);
        Assert.Contains("$.defaults.stopLoss.debitLoss", alert, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheFirstPlanIsWrong_BuiltInStopsWork()
    {
        await StartAsync(Bad);
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Market.Quote(Contracts.Goog, 1.45m, 1.47m);
        await _desk.SweepAsync(4);
        Assert.Single(await _desk.ClosingsAsync());
        Assert.Contains(_desk.Desk.Shown, card => card.Html.Contains("the built-in plans are in force", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhenRestartedWithTheSameWrongPlan_TheAlertIsOneCard()
    {
        await StartAsync(Bad);
        await StartAsync(Bad);
        Assert.Single(_desk.Desk.Shown, card => card.Html.Contains("is refused", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhenTheRowOfChangesCannotBeRead_TheFileGuardsAndTheOwnerIsTold()
    {
        await _desk.Ledger.CommitAsync([new LedgerChange.Insert(LedgerKeys.PlanOverrides, """{"number": "one"}""")], default);
        await StartAsync(Good);
        Assert.Equal(0.4m, (await PlanAsync()).StopLoss.DebitLoss);
        Assert.Contains(_desk.Desk.Shown, card => card.Html.Contains("cannot be read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhenAnewFileContradictsTheOwnersChange_TheFileHoldsAndTheOwnerIsTold()
    {
        await StartAsync("{}");
        await _desk.WriteAsync("/plan set defaults trailingStop.giveBack 0.2");
        await StartAsync("""{"defaults": {"trailingStop": {"arm": 0.1, "giveBack": 0.1}}}""");
        Assert.Contains(_desk.Desk.Shown, card => card.Html.Contains("no longer fit the deployed plan", StringComparison.Ordinal));
        Assert.True((await PlanAsync()).TrailingStop is { Arm: 0.1m, GiveBack: 0.1m });
    }

    [Fact]
    public async Task WhenAnotherInstanceChangesThePlan_TheNextSweepKnows()
    {
        await StartAsync("{}");
        using var other = _desk.Start();
        await _desk.WriteAsync("/plan set defaults stopLoss.debitLoss 0.3");
        await ((Engine.Workflows.PlanRefresh)other.GetService(typeof(Engine.Workflows.PlanRefresh))!).RunAsync(default);
        var position = await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        Assert.Equal(0.3m, ((ExitPlanBook)other.GetService(typeof(ExitPlanBook))!).PlanFor(position).StopLoss.DebitLoss);
    }

    private async Task StartAsync(string json)
    {
        _desk.Plans = new DeployedPlan("plan.json", json);
        _desk.Restart();
        await _desk.SweepAsync();
    }

    private async Task<ExitPlan> PlanAsync() => _desk.Get<ExitPlanBook>().PlanFor(await _desk.HoldAsync(Contracts.Goog, 2, 2.00m));
}
