using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.State;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Operator.Commands;

public sealed class BriefCommandTests
{
    private const string Expiring = "GOOG151222P00700000";

    private readonly DeskHarness _desk = new();

    [Fact]
    public async Task WhenNothingIsHeld_ItSaysSoWithModeAndMarket() =>
        Assert.Equal(
            "<b>Brief</b> · Tue 22 Dec 10:00:00 ET\nActive mode, orders allowed · market open until 16:00 ET\nNo open position.", await AskAsync());

    [Fact]
    public async Task WhenSomethingExpires_ItsDeadlineIsTold()
    {
        _desk.Market.Quote(Expiring, 1.00m, 1.02m);
        await _desk.HoldAsync(Expiring, 1, 1.00m);
        Assert.Contains("⏰ Expires in this session or the next:\n• GOOG 22 Dec 700 P ×1, deadline 15:00 ET (in 5 h", await AskAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenAQuestionIsOpen_ItsNumberIsTold()
    {
        _desk.Plans = new DeployedPlan("plan.json", """{"defaults": {"takeProfit": {"approval": "ask"}}}""");
        _desk.Restart();
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Market.Quote(Contracts.Goog, 3.00m, 3.02m);
        await _desk.SweepAsync(1);
        var card = Assert.Single(await _desk.ApprovalsAsync());
        Assert.Contains($"Waits for your answer:\n• #{card.Token[..6]} <b>Take profit</b> · GOOG 15 Jan 750 C ×2", await AskAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(-30, false)]
    public async Task WhenSomethingEndedOverNight_ItIsTold(int hours, bool isTold)
    {
        var position = await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        var ended = position with { Status = PositionStatus.Assigned, EndedAt = _desk.Now.AddHours(hours), RealizedPnl = -50m };
        await _desk.Ledger.CommitAsync([new Engine.Ports.Ledger.LedgerChange.Put(LedgerKeys.Position(position.Id), LedgerJson.Write(ended))], default);
        Assert.Equal(isTold, (await AskAsync()).Contains("GOOG 15 Jan 750 C ×2: assigned", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhenTheClockDoesNotAnswer_NothingIsInvented()
    {
        _desk.Market.Failing.Add("clock");
        Assert.StartsWith("No brief: ", await AskAsync(), StringComparison.Ordinal);
    }

    private async Task<string> AskAsync()
    {
        await _desk.WriteAsync("/brief");
        return _desk.Desk.Last;
    }
}
