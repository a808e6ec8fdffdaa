using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.Ports.Market;
using ExitDesk.Engine.State;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Sweep;

/// <summary>Positions that the desk did not open wait for their owner's word.</summary>
public sealed class AdoptionTests
{
    private readonly DeskHarness _desk = new();

    public AdoptionTests()
    {
        _desk.Options = _desk.Options with { ExternalPositions = Management.Watched };
        _desk.Restart();
    }

    [Fact]
    public async Task WhenFound_OneCardListsEachWithWhatItsRulesWouldDo()
    {
        await HoldTwoAsync();
        await _desk.SweepAsync(4);
        var card = Assert.Single(_desk.Desk.Shown, card => card.Buttons.Count > 0).Html;
        Assert.Contains("2 positions the desk did not open", card, StringComparison.Ordinal);
        Assert.Contains("would close now: take profit (gain +50.0 % ≥ +50.0 %)", card, StringComparison.Ordinal);
        Assert.Contains("would hold: stop loss at 1.50 (0.60 away), take profit at 3.00 (0.90 away)", card, StringComparison.Ordinal);
        Assert.Equal(2, Assert.Single(await _desk.ApprovalsAsync()).Positions.Count);
        Assert.Empty(await _desk.ClosingsAsync());
    }

    [Fact]
    public async Task WhenSharesAndCryptoAreHeldToo_TheyAreNamedAndNoButtonChangesThem()
    {
        _desk.Broker.Hold("KO", 200, 64.00m, "us_equity");
        _desk.Broker.Hold("BTCUSD", 0.5m, 90000m, "crypto");
        _desk.Market.Stocks["KO"] = new StockPrice(null, 65.28m, _desk.Now);
        await HoldTwoAsync();
        await _desk.SweepAsync(1);
        var card = Assert.Single(_desk.Desk.Shown, card => card.Buttons.Count > 0).Html;
        Assert.Contains("2 positions the desk did not open", card, StringComparison.Ordinal);
        Assert.Contains("Also held, watched, no rules: KO ×200 (+$256.00). These buttons leave that alone.", card, StringComparison.Ordinal);
        Assert.Contains("Also held, recorded only, as the desk cannot manage it yet: BTCUSD ×0.5", card, StringComparison.Ordinal);

        await _desk.PressAsync(_desk.Desk.Button("Manage these"));
        Assert.Equal(Management.Watched, (await _desk.PositionAsync("KO")).Management);
        Assert.Equal(Management.NotManagedYet, (await _desk.PositionAsync("BTCUSD")).Management);
        Assert.Equal(2, (await _desk.PositionsAsync()).Count(position => position.Management == Management.Managed));
    }

    [Fact]
    public async Task WhenThePriceOfSharesIsUnknown_ItIsSaid()
    {
        _desk.Broker.Hold("KO", 200, 64.00m, "us_equity");
        await HoldTwoAsync();
        await _desk.SweepAsync(1);
        Assert.Contains(
            "watched, no rules: KO ×200 (result unknown).", Assert.Single(_desk.Desk.Shown, card => card.Buttons.Count > 0).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(12, false)]
    [InlineData(13, true)]
    public async Task WhenManySharesAreHeld_TwelveAreNamedAndTheRestCounted(int stocks, bool isMore)
    {
        for (var i = 0; i < stocks; i++)
        {
            _desk.Broker.Hold($"S{(char)('A' + i)}", 10, 10m, "us_equity");
        }

        await HoldTwoAsync();
        await _desk.SweepAsync(1);
        var card = Assert.Single(_desk.Desk.Shown, card => card.Buttons.Count > 0).Html;
        Assert.Equal(isMore, card.Contains(" and 1 more (/status all).", StringComparison.Ordinal));
        Assert.Equal(12, card.Split("(result unknown)").Length - 1);
    }

    [Fact]
    public async Task WhenOnlySharesAreHeld_NothingIsAsked()
    {
        await _desk.HoldAsync("KO", 200, 64.00m);
        await _desk.SweepAsync(2);
        Assert.Empty(await _desk.ApprovalsAsync());
    }

    [Theory]
    [InlineData("Manage these", Management.Managed)]
    [InlineData("Keep watching", Management.Watched)]
    [InlineData("Ignore", Management.Ignored)]
    public async Task WhenAnswered_AllOfThemChangeAndItIsAudited(string label, Management management)
    {
        await HoldTwoAsync();
        await _desk.SweepAsync(1);
        await _desk.PressAsync(_desk.Desk.Button(label));
        Assert.All(await _desk.PositionsAsync(), position => Assert.Equal(management, position.Management));
        Assert.Equal(2, (await _desk.AuditAsync()).Count(row => row is { Action: "management-changed", Who: "Ada <3" }));
        await NextSessionAsync();
        await _desk.SweepAsync(2);
        Assert.Single(await _desk.ApprovalsAsync(), approval => approval.Kind == ApprovalKind.Adoption);
    }

    [Fact]
    public async Task WhenManaged_TheRulesAct()
    {
        await HoldTwoAsync();
        await _desk.SweepAsync(1);
        await _desk.PressAsync(_desk.Desk.Button("Manage these"));
        await _desk.SweepAsync(1);
        Assert.Single(await _desk.ClosingsAsync());
    }

    [Fact]
    public async Task WhenNobodyAnswers_ItIsSaidOnceMoreNextSessionAndThenNoMore()
    {
        await HoldTwoAsync();
        await _desk.SweepAsync(4);
        await NextSessionAsync();
        await _desk.SettleAsync();
        await _desk.SweepAsync(4);
        Assert.Equal(2, (await _desk.ApprovalsAsync()).Count);
        await NextSessionAsync();
        await _desk.SweepAsync(4);
        Assert.Equal(2, (await _desk.ApprovalsAsync()).Count);
        Assert.All(await _desk.PositionsAsync(), position => Assert.Equal(Management.Watched, position.Management));
    }

    [Fact]
    public async Task WhenThePlanSaysWatch_NobodyIsAsked()
    {
        Plan("""{"management": {"symbols": {"GOOG": "watch"}}}""");
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Market.Quote(Contracts.Goog, 2.10m, 2.12m);
        await _desk.SweepAsync(2);
        Assert.Empty(await _desk.ApprovalsAsync());
    }

    [Theory]
    [InlineData("""{"management": {"symbols": {"GOOG": "manage"}}}""", Management.Managed)]
    [InlineData("""{"management": {"structures": {"LongOption": "ignore"}}}""", Management.Ignored)]
    [InlineData("""{"management": {"default": "manage"}}""", Management.Managed)]
    [InlineData("""{"management": {"symbols": {"AAPL": "manage"}}}""", Management.Watched)]
    public async Task WhenThePlanSaysOtherwise_ItHoldsFromFirstSight(string plan, Management management)
    {
        Plan(plan);
        Assert.Equal(management, (await _desk.HoldAsync(Contracts.Goog, 2, 2.00m)).Management);
    }

    [Fact]
    public async Task WhenIgnoredByCommand_ItIsNotEvaluatedAndShownOnlyUnderAll()
    {
        await HoldTwoAsync();
        await _desk.WriteAsync("/ignore GOOG");
        await _desk.SweepAsync(2);
        Assert.Empty((await _desk.Get<DeskLedger>().MarkAsync((await _desk.PositionAsync(Contracts.Goog)).Id, default)).Evaluations);
        await _desk.WriteAsync("/status");
        Assert.DoesNotContain("GOOG", _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Contains("1 open, 1 watched only, 1 ignored (/status all)", _desk.Desk.Last, StringComparison.Ordinal);
        await _desk.WriteAsync("/status all");
        Assert.Contains("· ignored", _desk.Desk.Last, StringComparison.Ordinal);
        await _desk.WriteAsync("/manage GOOG");
        Assert.Equal(Management.Managed, (await _desk.PositionAsync(Contracts.Goog)).Management);
    }

    [Fact]
    public async Task WhenACardAsksAboutIt_WatchingEndsTheQuestion()
    {
        Plan("""{"defaults": {"takeProfit": {"approval": "ask"}}, "management": {"default": "manage"}}""");
        await HoldTwoAsync();
        await _desk.SweepAsync(1);
        await _desk.WriteAsync("/watch GOOG");
        await _desk.SettleAsync();
        await _desk.SweepAsync(2);
        Assert.Equal(PositionStatus.Open, (await _desk.PositionAsync(Contracts.Goog)).Status);
        Assert.DoesNotContain(await _desk.ApprovalsAsync(), approval => approval.Status == ApprovalStatus.Open);
    }

    private void Plan(string json)
    {
        _desk.Plans = new DeployedPlan("plan.json", json);
        _desk.Restart();
    }

    private Task NextSessionAsync() => _desk.AdvanceAsync(
        new DateTimeOffset(_desk.Now.Date.AddDays(1).AddHours(14).AddMinutes(35), TimeSpan.Zero) - _desk.Now);

    private async Task HoldTwoAsync()
    {
        _desk.Broker.Hold(Contracts.Goog, 2, 2.00m);
        _desk.Broker.Hold(Contracts.Aapl, 1, 2.00m);
        _desk.Market.Quote(Contracts.Goog, 3.00m, 3.02m);
        _desk.Market.Quote(Contracts.Aapl, 2.10m, 2.12m);
        await _desk.SyncAsync();
    }
}
