using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.State;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Sweep;

/// <summary>A rule that asks once stopped firing only when two of its last three readings hold: one cent, once, ends no question.</summary>
public sealed class AskOnceBounceTests
{
    private readonly DeskHarness _desk = new();

    public AskOnceBounceTests()
    {
        _desk.Options = _desk.Options with { InitialMode = TradingMode.Monitor };
        _desk.Restart();
    }

    [Theory]
    [InlineData(1.50, 1.51, "H", true)]
    [InlineData(1.50, 1.51, "HFFH", true)]
    [InlineData(1.50, 1.51, "HFFHFFH", true)]
    [InlineData(1.50, 1.51, "HH", false)]
    [InlineData(1.50, 1.51, "HFH", false)]
    [InlineData(1.50, 1.51, "HUH", false)]
    [InlineData(1.50, 1.51, "HFUFH", true)]
    [InlineData(3.00, 2.99, "H", true)]
    [InlineData(3.00, 2.99, "HFFH", true)]
    [InlineData(3.00, 2.99, "HH", false)]
    [InlineData(3.00, 2.99, "HFH", false)]
    public async Task WhenItHoldsNowAndThen_TwoOfThreeReadingsEndTheQuestion(double fires, double holds, string readings, bool stillAsks)
    {
        await AskAtAsync((decimal)fires);
        foreach (var reading in readings)
        {
            Show(reading, (decimal)fires, (decimal)holds);
            await _desk.SweepAsync(1);
        }

        Assert.Equal(stillAsks, !(await _desk.PositionAsync(Contracts.Goog)).AskOnce.IsEmpty);
        Show('F', (decimal)fires, (decimal)holds);
        await _desk.SweepAsync(4);
        Assert.Equal(stillAsks, (await _desk.ClosingsAsync()).Count == 0);
        Assert.Equal(
            stillAsks ? ApprovalStatus.Open : ApprovalStatus.Overtaken,
            Assert.Single(await _desk.ApprovalsAsync(), card => card.Kind == ApprovalKind.CloseByRule).Status);
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public async Task WhenAnotherInstanceReadsTheSame_ItIsOneReading(int seconds, bool stillAsks)
    {
        await AskAtAsync(1.50m);
        Show('H', 1.50m, 1.51m);
        await _desk.SweepAsync();
        await _desk.AdvanceAsync(TimeSpan.FromSeconds(seconds));
        await _desk.SweepAsync();
        Assert.Equal(stillAsks, (await _desk.PositionAsync(Contracts.Goog)).AskOnce.Contains(ExitReason.StopLoss));
    }

    [Fact]
    public async Task WhenTheProcessRestartsBetween_BothReadingsCount()
    {
        await AskAtAsync(1.50m);
        Show('H', 1.50m, 1.51m);
        await _desk.SweepAsync(1);
        _desk.Restart();
        await _desk.SweepAsync(1);
        Assert.True((await _desk.PositionAsync(Contracts.Goog)).AskOnce.IsEmpty);
    }

    [Fact]
    public async Task WhileItGoesOnFiring_NothingIsWritten()
    {
        await AskAtAsync(3.00m);
        await _desk.SweepAsync(1);
        var commits = _desk.Ledger.Commits.Count;
        await _desk.SweepAsync(3);
        Assert.Equal(commits, _desk.Ledger.Commits.Count);
    }

    private void Show(char reading, decimal fires, decimal holds)
    {
        if (reading == 'U')
        {
            _desk.Market.Quote(Contracts.Goog, 0.50m, 5.00m);
            return;
        }

        var bid = reading == 'F' ? fires : holds;
        _desk.Market.Quote(Contracts.Goog, bid, bid + 0.02m);
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
