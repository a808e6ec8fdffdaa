using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Plans;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Sweep;

/// <summary>What the owner reads of a rule that asks once: the switch, the card, its end, and <c>/why</c>.</summary>
public sealed class AskOnceWordsTests
{
    private readonly DeskHarness _desk = new();

    public AskOnceWordsTests()
    {
        _desk.Options = _desk.Options with { InitialMode = TradingMode.Monitor };
        _desk.Restart();
    }

    [Theory]
    [InlineData(3.00, "until 16:00 ET; from the next session on take profit acts by itself, and so it does once it stopped firing and fires anew", false)]
    [InlineData(1.40, "until 16:00 ET; from the next session on stop loss acts by itself, and so it does once it stopped firing and fires anew", true)]
    [InlineData(0.50, "until 16:00 ET; from the next session on stop loss acts by itself, and so it does once it stopped firing and fires anew", false)]
    public async Task WhenItAsks_TheCardSaysWhatSilenceDoes(double bid, string silence, bool closesDeep)
    {
        await AskAtAsync((decimal)bid);
        Assert.Contains("If you do nothing: it stays open " + silence, _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Equal(closesDeep, _desk.Desk.Last.Contains("a loss beyond 1.5 × the limit closes at once", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhenItsPlanAsks_TheCardSaysThatItAsksAgain()
    {
        _desk.Plans = new DeployedPlan("plan.json", """{"defaults": {"takeProfit": {"approval": "ask"} } }""");
        _desk.Restart();
        await AskAtAsync(3.00m);
        Assert.Contains("and is asked again next session", _desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenHeld_TheAnswerSaysWhatFollows()
    {
        await AskAtAsync(3.00m);
        await _desk.PressAsync(_desk.Desk.Button("Hold 30 min"));
        Assert.Contains("until 10:32 ET; then take profit acts by itself", _desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenItLapsed_TheCardSaysWhatFollows()
    {
        await AskAtAsync(3.00m);
        await _desk.AdvanceAsync(TimeSpan.FromHours(6));
        await _desk.SettleAsync();
        Assert.Contains("it stays as it is; from the next session on take profit acts by itself", _desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheOwnerAsksWhy_ItSaysUntilWhenItAsks()
    {
        await AskAtAsync(1.40m);
        await _desk.WriteAsync("/why GOOG");
        Assert.Contains(
            "asks once, until 16:00 ET, because it was past its limit when the desk became Active; then acts by itself; a loss beyond 1.5 × the limit closes at once",
            _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Contains("If you do nothing: it stays open unless another rule closes it; from the next session on stop loss acts by itself.", _desk.Desk.Last, StringComparison.Ordinal);
    }

    private async Task AskAtAsync(decimal bid)
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Market.Quote(Contracts.Goog, bid, bid + 0.02m);
        await _desk.SweepAsync(4);
        await _desk.WriteAsync("/mode active");
        await _desk.PressAsync(_desk.Desk.Button("Switch to Active"));
        await _desk.SweepAsync(4);
    }
}
