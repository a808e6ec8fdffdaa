using ExitDesk.Engine.Plans;
using ExitDesk.Engine.State;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Operator;

/// <summary>A tap that the market had overtaken is told in the end: it was an answer, though not one that closed.</summary>
public sealed class AskedAgainTests
{
    private readonly DeskHarness _desk = new();

    [Fact]
    public async Task WhenTheCardThatAskedAgainLapses_ItSaysWhoTappedAndWhatCameOfIt()
    {
        await TapTooLateAsync("ask");
        await _desk.AdvanceAsync(TimeSpan.FromHours(6));
        await _desk.SettleAsync();

        Assert.StartsWith("Ada <3 tapped at ", Assert.Single(await _desk.ApprovalsAsync()).Answer, StringComparison.Ordinal);
        Assert.Contains(
            "The market moved past 2.90 to 2.80. The card was quoted anew and asked again, and nobody tapped it in time: it stays as it is",
            _desk.Desk.Shown.Single(card => card.Html.Contains("tapped at", StringComparison.Ordinal)).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(_desk.Desk.Shown, card => card.Html.Contains("Nobody answered", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhenTheRuleThenActsByItself_ItSaysSoToo()
    {
        await TapTooLateAsync("askThenAct");
        await _desk.SweepAsync(4 * 31);

        Assert.Contains("nobody tapped it in time, so it closes by itself", (await _desk.ApprovalsAsync()).MinBy(card => card.AskedAt)!.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenNobodyEverTapped_ItSaysThat()
    {
        await AskAsync("ask");
        await _desk.AdvanceAsync(TimeSpan.FromHours(6));
        await _desk.SettleAsync();

        Assert.StartsWith("Nobody answered in time: it stays as it is", Assert.Single(await _desk.ApprovalsAsync()).Answer, StringComparison.Ordinal);
    }

    private async Task TapTooLateAsync(string approval)
    {
        var button = await AskAsync(approval);
        _desk.Market.Quote(Contracts.Goog, 2.80m, 2.82m);
        await _desk.PressAsync(button);
        Assert.Equal(ApprovalStatus.Open, Assert.Single(await _desk.ApprovalsAsync()).Status);
        _desk.Market.Quote(Contracts.Goog, 3.00m, 3.02m);
    }

    private async Task<string> AskAsync(string approval)
    {
        _desk.Plans = new DeployedPlan("plan.json", $$"""{"defaults": {"takeProfit": {"approval": "{{approval}}"} } }""");
        _desk.Restart();
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Market.Quote(Contracts.Goog, 3.00m, 3.02m);
        await _desk.SweepAsync(1);
        return _desk.Desk.Button("Close now");
    }
}
