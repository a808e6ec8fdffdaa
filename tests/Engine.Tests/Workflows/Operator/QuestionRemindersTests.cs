using ExitDesk.Engine.Plans;
using ExitDesk.Engine.State;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Operator;

/// <summary>A take profit that asks at 10:00:15 ET and acts after half an hour.</summary>
public sealed class QuestionRemindersTests
{
    private readonly DeskHarness _desk = new();

    public QuestionRemindersTests()
    {
        _desk.Plans = new DeployedPlan("plan.json", """{"defaults": {"takeProfit": {"approval": "askThenAct", "patience": "30m"}}}""");
        _desk.Restart();
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 2)]
    public async Task WhenHalfItsTimeIsOver_TheCardIsPostedAgainAndTheOneAboveLosesItsButtons(int seconds, int messages)
    {
        var card = await AskAsync();
        await SettleAtAsync(card.AskedAt.AddMinutes(15).AddSeconds(seconds));
        Assert.Equal(messages, _desk.Desk.Shown.Count(shown => shown.Html.Contains("Take profit", StringComparison.Ordinal)));
        Assert.Single(_desk.Desk.Shown, shown => shown.Buttons.Count > 0);
        Assert.Equal(messages == 2, _desk.Desk.Shown.Any(shown => shown.Html.EndsWith("Continued below", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task WhenItWasPostedAgain_ItIsNotAThirdTimeAndItsButtonsWork()
    {
        var card = await AskAsync();
        await SettleAtAsync(card.AskedAt.AddMinutes(15));
        await SettleAtAsync(card.AskedAt.AddMinutes(16));
        Assert.Equal(2, _desk.Desk.Shown.Count(shown => shown.Html.Contains("Take profit", StringComparison.Ordinal)));
        await _desk.PressAsync(_desk.Desk.Button("Close now"));
        Assert.Single(_desk.Broker.Closes);
    }

    [Fact]
    public async Task WhenItWasAnswered_NothingIsPostedAgain()
    {
        var card = await AskAsync();
        await _desk.PressAsync($"hold:{card.Token}");
        var before = _desk.Desk.Written.Count;
        await SettleAtAsync(card.AskedAt.AddMinutes(20));
        Assert.Equal(before, _desk.Desk.Written.Count);
    }

    private async Task<ApprovalCard> AskAsync()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Desk.Shown.Clear();
        _desk.Market.Quote(Contracts.Goog, 3.00m, 3.02m);
        await _desk.SweepAsync(1);
        return Assert.Single(await _desk.ApprovalsAsync());
    }

    private async Task SettleAtAsync(DateTimeOffset at)
    {
        await _desk.AdvanceAsync(at - _desk.Now);
        await _desk.SettleAsync();
    }
}
