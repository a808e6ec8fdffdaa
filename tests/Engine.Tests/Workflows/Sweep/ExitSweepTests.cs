using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Health;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Sweep;

public sealed class ExitSweepTests
{
    private readonly DeskHarness _desk = new();

    [Fact]
    public async Task WhenOneReadingFires_NothingIsClosedYet()
    {
        await HoldAtAsync(1.48m);
        await _desk.SweepAsync(1);
        Assert.Empty(_desk.Broker.Closes);
    }

    [Fact]
    public async Task WhenTakeProfitFires_ItIsClosedAtOnce()
    {
        await HoldAtAsync(3.00m);
        await _desk.SweepAsync();
        await _desk.DrainAsync();
        Assert.Equal(ExitReason.TakeProfit, Assert.Single(await _desk.ClosingsAsync()).Trigger.Reason);
        Assert.NotNull(Assert.Single(_desk.Broker.Tickets).LimitPrice);
    }

    [Fact]
    public async Task WhenTakeProfitAsks_OneCardWithButtonsAndNoOrder()
    {
        AskForProfit();
        await HoldAtAsync(3.00m);
        await _desk.SweepAsync(3);

        Assert.Empty(_desk.Broker.Closes);
        Assert.Single(await _desk.ApprovalsAsync());
        Assert.Single(_desk.Desk.Shown, card => card.Buttons.Count > 0);
        Assert.Equal(PositionStatus.AwaitingApproval, (await _desk.PositionAsync(Contracts.Goog)).Status);
    }

    [Fact]
    public async Task WhenAStopFiresWhileACardAsks_ItClosesAndTheCardBecomesTheReceipt()
    {
        AskForProfit();
        await HoldAtAsync(3.00m);
        await _desk.SweepAsync(1);
        _desk.Market.Quote(Contracts.Goog, 1.40m, 1.42m);
        await _desk.SweepAsync(4);
        await _desk.RunUntilQuietAsync();

        Assert.Single(_desk.Broker.Closes);
        Assert.Equal(ApprovalStatus.Overtaken, Assert.Single(await _desk.ApprovalsAsync()).Status);
        Assert.DoesNotContain(_desk.Desk.Shown, card => card.Buttons.Count > 0);
        Assert.Contains("closed", _desk.Desk.Shown[^1].Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TradingMode.Monitor, TradingState.Active, Management.Managed)]
    [InlineData(TradingMode.Active, TradingState.Halted, Management.Managed)]
    [InlineData(TradingMode.Active, TradingState.Active, Management.Watched)]
    public async Task WhereNothingMayBeSent_EachReasonIsToldOnceAndAgainAfterItRecovered(
        TradingMode mode, TradingState state, Management management)
    {
        _desk.Options = _desk.Options with { InitialMode = mode, ExternalPositions = management };
        _desk.Restart();
        await _desk.Ledger.CommitAsync([new LedgerChange.Put(LedgerKeys.DeskSwitches, LedgerJson.Write(new DeskSwitches(mode, state)))], default);
        await HoldAtAsync(3.00m);
        await _desk.SweepAsync(4);
        Assert.Equal(1, Told());

        _desk.Market.Quote(Contracts.Goog, 2.00m, 2.02m);
        await _desk.AdvanceAsync(PositionMark.ToldFor);
        await _desk.SweepAsync(2);
        _desk.Market.Quote(Contracts.Goog, 3.10m, 3.12m);
        await _desk.SweepAsync(2);
        Assert.Equal(2, Told());
        Assert.Empty(_desk.Broker.Closes);
        Assert.Empty(await _desk.ClosingsAsync());
    }

    [Theory]
    [InlineData(299, 1)]
    [InlineData(300, 2)]
    public async Task WhenARuleThatWasToldCeasesAndReturns_ItIsNewsAfterFiveMinutes(int seconds, int times)
    {
        await HoldInMonitorAsync(3.00m);
        await _desk.SweepAsync();
        await _desk.AdvanceAsync(TimeSpan.FromSeconds(seconds));
        foreach (var bid in new[] { 2.00m, 3.10m })
        {
            _desk.Market.Quote(Contracts.Goog, bid, bid + 0.02m);
            await _desk.SweepAsync();
        }

        Assert.Equal(times, Told());
    }

    [Fact]
    public async Task WhenTwoRulesTakeTurns_EachIsToldAtOnceAndOnce()
    {
        await HoldInMonitorAsync(3.00m);
        await _desk.SweepAsync(1);
        Assert.Equal(1, Told());
        for (var i = 0; i < 8; i++)
        {
            var bid = i % 2 == 0 ? 1.48m : 3.10m;
            _desk.Market.Quote(Contracts.Goog, bid, bid + 0.02m);
            await _desk.SweepAsync(2);
            Assert.Equal(2, Told());
        }
    }

    [Fact]
    public async Task WhenQuotesFail_NothingChanges()
    {
        await HoldAtAsync(1.48m);
        await _desk.SweepAsync(2);
        var commits = _desk.Ledger.Commits.Count;
        _desk.Market.Failing.Add("snapshots");
        await _desk.SweepAsync(2);

        Assert.Equal(commits, _desk.Ledger.Commits.Count);
        Assert.Equal(2, _desk.Get<DeskHealth>().Of(RunKind.Sweep).Failures);
    }

    [Fact]
    public async Task WhenNothingChanged_NothingIsWritten()
    {
        await HoldAtAsync(2.00m);
        await _desk.SweepAsync(2); // the second reading makes the first one the best so far
        var commits = _desk.Ledger.Commits.Count;
        await _desk.SweepAsync(2);
        Assert.Equal(commits, _desk.Ledger.Commits.Count);
    }

    [Fact]
    public async Task WhenNothingCanBeDecidedForFiveMinutes_TheOwnerHearsItOnce()
    {
        await HoldAtAsync(2.00m);
        await _desk.SweepAsync(1);
        _desk.Market.Unquote(Contracts.Goog);
        await _desk.SweepAsync(19);
        Assert.DoesNotContain(_desk.Desk.Written, card => card.Html.Contains("Cannot judge", StringComparison.Ordinal));
        await _desk.SweepAsync(20);
        var card = Assert.Single(_desk.Desk.Written, card => card.Html.Contains("Cannot judge", StringComparison.Ordinal));
        Assert.Contains("There is no quote, for 5 min", card.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheEntryIsTooSmallToJudge_TheAlertSaysThatAndNotThatTheQuoteIsUsable()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 0.03m);
        _desk.Market.Quote(Contracts.Goog, 0.02m, 0.04m);
        await _desk.SweepAsync(25);
        var card = Assert.Single(_desk.Desk.Written, card => card.Html.Contains("Cannot judge", StringComparison.Ordinal));
        Assert.Contains("Entry below $0.05", card.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("usable", card.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenUndecidedAtTheClose_TheNextOpenBeginsAnew()
    {
        await HoldAtAsync(2.00m);
        await _desk.AdvanceAsync(TimeSpan.FromHours(6) - TimeSpan.FromMinutes(1));
        _desk.Market.Unquote(Contracts.Goog);
        await _desk.SweepAsync(3);
        await _desk.AdvanceAsync(TimeSpan.FromHours(17.5) + TimeSpan.FromMinutes(1));
        await _desk.SweepAsync(4);
        Assert.DoesNotContain(_desk.Desk.Written, card => card.Html.Contains("Cannot judge", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhenFiveHundredPositionsAreHeld_FiveQuoteCallsOneClockAndMarksByTheHundred()
    {
        for (var i = 1; i <= 500; i++)
        {
            _desk.Broker.Hold(Contracts.Numbered(i), 1, 2.00m);
            _desk.Market.Quote(Contracts.Numbered(i), 2.00m, 2.02m);
        }

        await _desk.SyncAsync();
        Assert.Equal(500, (await _desk.PositionsAsync()).Count);
        _desk.Market.Calls.Clear();
        var (calls, commits) = (_desk.Store.Calls, _desk.Ledger.Commits.Count);
        await _desk.SweepAsync();

        Assert.Equal((5, 1, 0), (_desk.Market.Calls["snapshots"], _desk.Market.Calls["clock"], _desk.Market.Calls.GetValueOrDefault("account")));
        Assert.Equal(5, _desk.Ledger.Commits.Count - commits);
        Assert.All(_desk.Ledger.Commits.Skip(commits), commit => Assert.Equal(100, commit.Count));

        // Reads: positions, marks, switches, whether the owner changed a plan; once, whether expiry cards were left open; and, once a
        // minute, answers of the owner that are not compared yet.
        Assert.Equal(6 + 5, _desk.Store.Calls - calls);
    }

    private int Told() => _desk.Desk.Written.Count(card => card.Html.Contains("Would close", StringComparison.Ordinal));

    private async Task HoldInMonitorAsync(decimal bid)
    {
        _desk.Options = _desk.Options with { InitialMode = TradingMode.Monitor };
        _desk.Restart();
        await HoldAtAsync(bid);
    }

    private void AskForProfit()
    {
        _desk.Plans = new DeployedPlan("plan.json", """{"defaults": {"takeProfit": {"approval": "ask"}}}""");
        _desk.Restart();
    }

    private async Task HoldAtAsync(decimal bid)
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Market.Quote(Contracts.Goog, bid, bid + 0.02m);
        _desk.Broker.PriceFills(Contracts.Goog, bid);
    }
}
