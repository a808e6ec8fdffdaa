using ExitDesk.Engine.Plans;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Operator;

/// <summary>What commands say of a position whose card waits for an answer.</summary>
public sealed class AskingPositionTests
{
    private readonly DeskHarness _desk = new();

    public AskingPositionTests()
    {
        _desk.Plans = new DeployedPlan("plan.json", """{"defaults": {"takeProfit": {"approval": "ask"}}}""");
        _desk.Restart();
    }

    [Fact]
    public async Task WhenClosedByCommand_TheAnswerIsACardOfItsOwnAndTheOldOneLosesItsButtons()
    {
        await AskAsync();
        var before = _desk.Desk.Shown.Count;
        await _desk.WriteAsync("/close GOOG");
        Assert.Equal(before + 1, _desk.Desk.Shown.Count);
        Assert.Contains("Your close", _desk.Desk.Shown[^1].Html, StringComparison.Ordinal);
        Assert.Single(_desk.Desk.Shown, card => card.Html.Contains("Overtaken by /close", StringComparison.Ordinal));
        Assert.All(_desk.Desk.Shown, card => Assert.Empty(card.Buttons));
    }

    [Fact]
    public async Task WhenResuming_ARuleThatAsksIsNotSaidToClose()
    {
        await AskAsync();
        await _desk.WriteAsync("/resume");
        var card = _desk.Desk.Shown[^1].Html;
        Assert.Contains("Would ask you:\n• GOOG", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Would close at once", card, StringComparison.Ordinal);
    }

    /// <summary>A message too long for the chat would not arrive, and its button with it: the desk could not be resumed.</summary>
    [Fact]
    public async Task WhenManyRulesArePast_TheQuestionNamesAsManyAsAMessageTakesAndCountsTheRest()
    {
        await _desk.WriteAsync("/halt");
        await _desk.PressAsync(_desk.Desk.Button("Halt trading"));
        foreach (var strike in Enumerable.Range(700, 60))
        {
            var contract = $"GOOG160115C00{strike}000";
            _desk.Broker.Hold(contract, 10, 2.00m);
            var bid = strike % 2 == 0 ? 1.00m : 3.50m;
            _desk.Market.Quote(contract, bid, bid + 0.02m);
        }

        await _desk.SyncAsync();
        await _desk.SweepAsync(3);
        await _desk.WriteAsync("/resume");

        var card = _desk.Desk.Shown[^1];
        Assert.NotEmpty(card.Buttons);
        Assert.Equal(20, card.Html.Split('\n').Count(line => line.StartsWith('•')));
        Assert.Contains("… and 10 more\nWould ask you:\n… 30 in all", card.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenASilenceHasEnded_WhyNoLongerShowsIt()
    {
        await AskAsync();
        await _desk.PressAsync(_desk.Desk.Button("Hold 30 min"));
        await _desk.WriteAsync("/why GOOG");
        Assert.Contains("silent until", _desk.Desk.Last, StringComparison.Ordinal);
        await _desk.SweepAsync(122);
        await _desk.WriteAsync("/why GOOG");
        Assert.DoesNotContain("silent until", _desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenApprovedAfterTheMarketRose_TheTriggerTellsTheGainOfTheAnswer()
    {
        await AskAsync();
        _desk.Market.Quote(Contracts.Goog, 3.60m, 3.62m);
        await _desk.PressAsync(_desk.Desk.Button("Close now"));
        Assert.Equal((0.8m, 0.5m), Gain(Assert.Single(await _desk.ClosingsAsync()).Trigger));
    }

    private static (decimal? Value, decimal? Threshold) Gain(Domain.Closing.CloseTrigger trigger) => (trigger.Value, trigger.Threshold);

    private async Task AskAsync()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Market.Quote(Contracts.Goog, 3.00m, 3.02m);
        await _desk.SweepAsync(1);
    }
}
