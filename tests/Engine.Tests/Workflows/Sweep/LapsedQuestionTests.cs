using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Health;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Sweep;

/// <summary>A stop that asked once acts from the next session on, whoever else is stuck.</summary>
public sealed class LapsedQuestionTests
{
    private readonly DeskHarness _desk = new();

    public LapsedQuestionTests()
    {
        _desk.Options = _desk.Options with { InitialMode = TradingMode.Monitor };
        _desk.Restart();
    }

    [Fact]
    public async Task WhenAnotherQuestionCannotBeRead_ItLapsesAllTheSameAndTheRowIsTold()
    {
        await AskAsync();
        await _desk.Ledger.CommitAsync([new LedgerChange.Put(LedgerKeys.Approval("another"), "{\"broken\": ")], default);
        await _desk.AdvanceAsync(TimeSpan.FromHours(6));
        await Record.ExceptionAsync(() => _desk.SettleAsync());
        Assert.Equal(PositionStatus.Open, (await _desk.PositionAsync(Contracts.Goog)).Status);
        Assert.NotEqual(0, _desk.Get<DeskHealth>().Of(RunKind.Settlement).Failures);
    }

    [Fact]
    public async Task WhenThePositionOfAnotherQuestionCannotBeRead_ItLapsesAllTheSameAndTheRowIsTold()
    {
        var card = await AskAsync();
        var first = card with { Token = "!", PositionId = "bad" };
        await _desk.Ledger.CommitAsync(
            [new LedgerChange.Put(LedgerKeys.Approval("!"), LedgerJson.Write(first)), new LedgerChange.Put(LedgerKeys.Position("bad"), "{")], default);
        await _desk.AdvanceAsync(TimeSpan.FromHours(6));
        await Record.ExceptionAsync(() => _desk.SettleAsync());
        Assert.Equal(ApprovalStatus.Lapsed, (await _desk.ApprovalsAsync()).Single(approval => approval.Token == card.Token).Status);
        Assert.NotEqual(0, _desk.Get<DeskHealth>().Of(RunKind.Settlement).Failures);
    }

    [Theory]
    [InlineData(-1, PositionStatus.AwaitingApproval)]
    [InlineData(0, PositionStatus.Open)]
    public async Task WhenNobodySettles_TheSweepItselfLetsItLapse(int seconds, PositionStatus status)
    {
        var card = await AskAsync();
        var lapsing = card with { LapsesAt = _desk.Now.AddMinutes(5) };
        await _desk.Ledger.CommitAsync([new LedgerChange.Put(LedgerKeys.Approval(card.Token), LedgerJson.Write(lapsing))], default);
        await _desk.AdvanceAsync(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(seconds));
        await _desk.SweepAsync();
        Assert.Equal(status, (await _desk.PositionAsync(Contracts.Goog)).Status);
        Assert.Empty(await _desk.ClosingsAsync());
    }

    [Fact]
    public async Task WhenNobodySettledOverNight_TheStopActsInTheNextSession()
    {
        await AskAsync();
        await _desk.AdvanceAsync(new DateTimeOffset(2015, 12, 23, 14, 32, 0, TimeSpan.Zero) - _desk.Now);
        await _desk.SweepAsync(4);
        Assert.Single(await _desk.ClosingsAsync());
        Assert.Equal(ApprovalStatus.Lapsed, (await RuleCardAsync()).Status);
    }

    private async Task<ApprovalCard> AskAsync()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Market.Quote(Contracts.Goog, 1.30m, 1.32m);
        await _desk.SweepAsync(4);
        await _desk.WriteAsync("/mode active");
        await _desk.PressAsync(_desk.Desk.Button("Switch to Active"));
        await _desk.SweepAsync(4);
        var card = await RuleCardAsync();
        Assert.Equal(ApprovalStatus.Open, card.Status);
        return card;
    }

    private async Task<ApprovalCard> RuleCardAsync() =>
        Assert.Single(await _desk.ApprovalsAsync(), approval => approval.Kind == ApprovalKind.CloseByRule);
}
