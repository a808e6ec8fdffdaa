using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Overrides;
using ExitDesk.Engine.State;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Overrides;

/// <summary>Each answer, from the chat to the comparison.</summary>
public sealed class OverrideAnswersTests
{
    private readonly OverrideBench _bench = new();

    private DeskHarness Desk => _bench.Desk;

    [Theory]
    [InlineData(3.05, 10)]
    [InlineData(3.00, 0)]
    [InlineData(2.98, -4)]
    public async Task WhenACardIsApproved_ItsFillIsComparedWithItsQuote(decimal fill, decimal won)
    {
        var button = await _bench.AskAsync("Close now");
        Desk.Broker.PriceFills(Contracts.Goog, fill);
        await Desk.PressAsync(button);
        await Desk.RunUntilQuietAsync();
        await _bench.LookAsync();

        var result = Assert.Single(await _bench.ResultsAsync());
        Assert.Equal((OverrideKind.Approval, ExitReason.TakeProfit, won, 2m, "Ada <3"), (result.Kind, result.Rule, result.Won, result.Units, result.AnsweredBy));
        Assert.Empty(await _bench.OpenAsync());
        Assert.Equal((1, won), (await _bench.TotalsAsync() is var totals ? (totals.Told, totals.Won) : default));
    }

    [Fact]
    public async Task WhenACommandClosesWhatACardAsksAbout_ItIsAnApproval()
    {
        await _bench.AskAsync("Close now");
        await Desk.WriteAsync("/close GOOG");

        Assert.Equal((OverrideKind.Approval, 3.00m), (Assert.Single(await _bench.OpenAsync()) is var open ? (open.Kind, open.RuleValue) : default));
    }

    [Theory]
    [InlineData(3.20, 40)]
    [InlineData(2.80, -40)]
    public async Task WhenACardIsRejected_TheEndIsComparedWithTheQuoteAtTheAnswer(decimal end, decimal won)
    {
        await Desk.PressAsync(await _bench.AskAsync("Keep this session"));
        await _bench.LookAsync();
        Assert.Equal((OverrideKind.Rejection, 3.00m, null), (Assert.Single(await _bench.OpenAsync()) is var open ? (open.Kind, open.RuleValue, open.Owners) : default));

        _bench.Quote(end);
        Desk.Broker.CloseElsewhere(Contracts.Goog, 2);
        await SyncTwiceAsync();
        await _bench.LookAsync();

        Assert.Equal(won, Assert.Single(await _bench.ResultsAsync()).Won);
    }

    [Theory]
    [InlineData(3.20, 40)]
    [InlineData(2.60, -80)]
    public async Task WhenARejectionIsFollowedByAnOwnClose_ThePositionsDollarsAreCountedOnce(decimal end, decimal won)
    {
        await Desk.PressAsync(await _bench.AskAsync("Keep this session"));
        await Desk.AdvanceAsync(TimeSpan.FromSeconds(1));
        _bench.Quote(end);
        await Desk.WriteAsync("/close GOOG");
        await Desk.RunUntilQuietAsync();
        await _bench.LookAsync();
        _bench.Quote(3.20m);
        await _bench.LookAsync(3);

        // Alone, the profit rule had closed at 3.00, and would close anew at 3.20: the second is a part of the first.
        var results = (await _bench.ResultsAsync()).OrderBy(result => result.Kind).ToList();
        Assert.Equal([(OverrideKind.Rejection, won), (OverrideKind.OwnClose, (end - 3.20m) * 200)], results.Select(result => (result.Kind, result.Won!.Value)));
        Assert.Equal([null, results[0].Id], results.Select(result => result.Within));
        Assert.Equal((1, 1, won), await _bench.TotalsAsync() is var totals ? (totals.Told, totals.Within, totals.Won) : default);
        await Desk.WriteAsync("/stats");
        Assert.Contains("1 later about the same position, counted with the first", Desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheRuleClosesAfterASnooze_ThatCloseIsTheOwners()
    {
        var bench = new OverrideBench("""{"takeProfit": {"approval": "askThenAct", "urgency": "immediate"}}""");
        await bench.Desk.PressAsync(await bench.AskAsync("Hold 30 min"));
        bench.Quote(3.10m);
        await bench.LookAsync(61);
        await bench.Desk.RunUntilQuietAsync();
        await bench.LookAsync();

        var result = Assert.Single(await bench.ResultsAsync());
        Assert.Equal((OverrideKind.Snooze, 3.00m, 20m), (result.Kind, result.RuleValue, result.Won));
    }

    [Theory]
    [InlineData(3.00, -100)]
    [InlineData(1.50, 200)]
    public async Task WhenTheOwnerClosesFirst_TheFillIsComparedWithTheRulesOwnExit(decimal exit, decimal won)
    {
        await _bench.CloseAsync(2.50m);
        await _bench.LookAsync();
        Assert.Equal((OverrideKind.OwnClose, null, true), (Assert.Single(await _bench.OpenAsync()) is var open ? (open.Kind, open.RuleValue, open.IsMarked) : default));

        _bench.Quote(exit);
        await _bench.LookAsync();

        var result = Assert.Single(await _bench.ResultsAsync());
        Assert.Equal((exit, won), (result.RuleValue, result.Won));
    }

    [Theory]
    [InlineData(-50)]
    [InlineData(50)]
    public async Task WhenAShortSpreadIsClosedByTheOwner_ItsNetValueCounts(decimal won)
    {
        await Closing.Spreads.HoldAsync(Desk);
        await Desk.SweepAsync(1);
        await Desk.WriteAsync("/close GOOG");
        await Desk.AdvanceAsync(TimeSpan.FromSeconds(5));
        if (Desk.Broker.Orders.FirstOrDefault(order => order.IsWorking) is { } working)
        {
            Desk.Broker.ExecuteLegs(working.Id, 2);
        }

        await Desk.RunUntilQuietAsync();
        var paid = -Assert.Single(await Desk.ClosingsAsync()).RealizedPnl!.Value / 200 + 1.20m;

        // The stop of a credit of 1.20 is at 3.60, its profit at 0.60.
        var exit = won < 0 ? 0.50m : 3.70m;
        Desk.Market.Quote(Closing.Spreads.Short, 2.00m + exit - 0.02m, 2.00m + exit);
        Desk.Market.Quote(Closing.Spreads.Long, 2.00m, 2.02m);
        await _bench.LookAsync();

        var result = Assert.Single(await _bench.ResultsAsync());
        Assert.Equal((-exit, (exit - paid) * 200, Math.Sign(won)), (result.RuleValue, result.Won, Math.Sign(result.Won!.Value)));
    }

    [Fact]
    public async Task WhenASwitchOrStockIsClosed_ThereIsNothingToCompare()
    {
        Desk.Broker.Hold("AAPL", 10, 100m, "us_equity");
        await Desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _bench.Quote(2.50m);
        await Desk.WriteAsync("/close AAPL");
        await Desk.WriteAsync("/emergency");
        await Desk.PressAsync(Desk.Desk.Button("Close everything"));
        await Desk.SweepAsync(2);
        await Desk.RunUntilQuietAsync();

        Assert.Empty(await _bench.OpenAsync());
        Assert.True((await Desk.ClosingsAsync()).Count >= 2);
    }

    [Fact]
    public async Task WhenAnAnswerIsGiven_ItsRowStandsInTheSameCommit()
    {
        await Desk.PressAsync(await _bench.AskAsync("Close now"));

        var commit = Assert.Single(Desk.Ledger.Commits, commit => commit.Any(change => change.Key.StartsWith(LedgerKeys.Overrides, StringComparison.Ordinal)));
        Assert.Contains(commit, change => change.Key.StartsWith(LedgerKeys.Closings, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Close now")]
    [InlineData("Hold 30 min")]
    [InlineData("Keep this session")]
    public async Task WhenAButtonIsPressedTwice_ItIsOneAnswer(string label)
    {
        var button = await _bench.AskAsync(label);
        await Desk.PressAsync(button);
        await Desk.PressAsync(button);

        Assert.Single(await _bench.OpenAsync());
    }

    private async Task SyncTwiceAsync()
    {
        for (var i = 0; i < 3; i++)
        {
            await Desk.SyncAsync();
            await Desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        }
    }
}
