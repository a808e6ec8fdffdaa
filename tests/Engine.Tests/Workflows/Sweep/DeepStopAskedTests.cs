using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.State;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Sweep;

/// <summary>A stop that was deep when it was shown waits for its owner, but not down to nothing.</summary>
/// <remarks>Two contracts bought at 2.00. A bid of 1.24 is a loss of 38 %: one and a half times that is 57 %, a bid of 0.86. A bid of
/// 0.50 is one of 75 %: half-way from there to all is 87.5 %, a bid of 0.25.</remarks>
public sealed class DeepStopAskedTests
{
    private readonly DeskHarness _desk = new();

    public DeepStopAskedTests()
    {
        _desk.Options = _desk.Options with { InitialMode = TradingMode.Monitor };
        _desk.Restart();
    }

    [Theory]
    [InlineData(1.24, 0.86, 0)]
    [InlineData(1.24, 0.85, 1)]
    [InlineData(0.50, 0.25, 0)]
    [InlineData(0.50, 0.24, 1)]
    public async Task WhenNobodyAnswers_ItActsFarBeyondTheLossThatWasShown(double shown, double later, int closings)
    {
        await AskAtAsync((decimal)shown);
        await FallAsync((decimal)later);
        Assert.Equal(closings, (await _desk.ClosingsAsync()).Count);
        Assert.Equal(closings == 0 ? ApprovalStatus.Open : ApprovalStatus.Overtaken, Assert.Single(await RuleCardsAsync()).Status);
    }

    [Theory]
    [InlineData("Hold 30 min", 1.24, 0.86, 0)]
    [InlineData("Hold 30 min", 1.24, 0.85, 1)]
    [InlineData("Keep this session", 1.24, 0.86, 0)]
    [InlineData("Keep this session", 1.24, 0.85, 1)]
    [InlineData("Keep this session", 0.50, 0.25, 0)]
    [InlineData("Keep this session", 0.50, 0.24, 1)]
    public async Task WhenAnswered_TheSilenceIsAboutTheLossThatWasShown(string label, double shown, double later, int closings)
    {
        await AskAtAsync((decimal)shown);
        await _desk.PressAsync(_desk.Desk.Button(label));
        await _desk.SweepAsync(4);
        Assert.Empty(await _desk.ClosingsAsync());
        await FallAsync((decimal)later);
        Assert.Equal(closings, (await _desk.ClosingsAsync()).Count);
    }

    [Fact]
    public async Task WhenTheLossWentOnBetweenTheSwitchAndTheAnswer_TheCardsLossCounts()
    {
        await AskAtAsync(1.24m);
        _desk.Market.Quote(Contracts.Goog, 0.90m, 0.92m);
        await _desk.SweepAsync(2);
        await _desk.PressAsync(_desk.Desk.Button("Keep this session"));
        await FallAsync(0.85m);
        Assert.Single(await _desk.ClosingsAsync());
    }

    [Theory]
    [InlineData(1.24, "a loss beyond $228.00 (57.0 %) closes at once")]
    [InlineData(0.50, "a loss beyond $350.00 (87.5 %) closes at once")]
    public async Task WhenItAsks_TheCardAndWhySayFromWhichLossOnItActs(double shown, string words)
    {
        await AskAtAsync((decimal)shown);
        Assert.Contains(words, _desk.Desk.Last, StringComparison.Ordinal);
        await _desk.WriteAsync("/why GOOG");
        Assert.Contains(words, _desk.Desk.Last, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<ApprovalCard>> RuleCardsAsync() =>
        [.. (await _desk.ApprovalsAsync()).Where(approval => approval.Kind == ApprovalKind.CloseByRule)];

    private async Task FallAsync(decimal bid)
    {
        _desk.Market.Quote(Contracts.Goog, bid, bid + 0.02m);
        await _desk.SweepAsync(4);
    }

    private async Task AskAtAsync(decimal bid)
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Market.Quote(Contracts.Goog, bid, bid + 0.02m);
        await _desk.SweepAsync(4);
        await _desk.WriteAsync("/mode active");
        await _desk.PressAsync(_desk.Desk.Button("Switch to Active"));
        await _desk.SweepAsync(4);
        Assert.Equal(PositionStatus.AwaitingApproval, (await _desk.PositionAsync(Contracts.Goog)).Status);
    }
}
