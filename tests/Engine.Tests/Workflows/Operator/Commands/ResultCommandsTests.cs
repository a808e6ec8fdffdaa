using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.History;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Operator.Commands;

/// <summary>Asked on Tuesday 2015-12-22, 10:00 in New York.</summary>
public sealed class ResultCommandsTests
{
    private readonly DeskHarness _desk = new();

    [Theory]
    [InlineData("/profit", "<b>Realized, last 30 days</b>: no trade ended")]
    [InlineData("/stats", "<b>Realized by strategy, last 90 days</b>: no trade ended")]
    [InlineData("/trades", "No trade ended in the last year.")]
    [InlineData("/daily", "<b>Wed 16 Dec to Tue 22 Dec</b>: $0.00 in 0 trades")]
    [InlineData("/profit 0", "Write a number of days from 1 to 366")]
    [InlineData("/profit 367", "Write a number of days from 1 to 366")]
    [InlineData("/daily x", "Write a number of days from 1 to 60")]
    [InlineData("/trades 51", "Write how many, from 1 to 50")]
    public async Task WhenThereIsNothingOrTheNumberIsWrong_ItSaysSo(string command, string answer)
    {
        await _desk.WriteAsync(command);
        Assert.StartsWith(answer, _desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTradesEnded_TheyAreSummedWithLegsOfOneCloseTogether()
    {
        await SeedAsync();
        await _desk.WriteAsync("/profit");
        Assert.Contains("<b>+$50.00</b> in 3 trades", _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Contains("Won 2 (66.7 %), lost 1, even 0", _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Contains("Average win +$75.00, average loss -$100.00, gained for each dollar lost $1.50", _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Contains("Best GOOG 15 Jan 750 C ×2 +$110.00, take profit", _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Contains("Worst AAPL 15 Jan 105 C ×1 -$100.00, expired", _desk.Desk.Last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/profit 1", "+$110.00</b> in 1 trade")]
    [InlineData("/profit 2", "+$150.00</b> in 2 trades")]
    public async Task WhenDaysAreCounted_TodayIsTheFirst(string command, string answer)
    {
        await SeedAsync();
        await _desk.WriteAsync(command);
        Assert.Contains(answer, _desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenDaysAreAsked_EachWithTradesHasALine()
    {
        await SeedAsync();
        await _desk.WriteAsync("/daily");
        Assert.Equal(
            "<b>Wed 16 Dec to Tue 22 Dec</b>: +$50.00 in 3 trades\n<code>Tue 22 Dec +$110.00</code>  1 trade\n<code>Mon 21 Dec  +$40.00</code>  1 trade\n<code>Fri 18 Dec -$100.00</code>  1 trade",
            _desk.Desk.Last);
    }

    [Fact]
    public async Task WhenStrategiesAreAsked_EachIsNamedAndUntaggedOnesToo()
    {
        await SeedAsync();
        await _desk.WriteAsync("/stats");
        Assert.Contains("• wheel: +$150.00 in 2 trades, won 100 %\n• untagged: -$100.00 in 1 trade, won 0 %", _desk.Desk.Last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/trades", 3)]
    [InlineData("/trades 2", 2)]
    public async Task WhenTradesAreListed_TheLatestComesFirst(string command, int lines)
    {
        await SeedAsync();
        await _desk.WriteAsync(command);
        Assert.Equal(lines, _desk.Desk.Last.Split('\n').Length);
        Assert.StartsWith("09:45 ET GOOG 15 Jan 750 C ×2 +$110.00, take profit", _desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenThePositionHasAStrategy_ItsTradeKeepsIt()
    {
        var position = await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        await _desk.Ledger.CommitAsync(
            [new Engine.Ports.Ledger.LedgerChange.Put(Engine.State.LedgerKeys.Position(position.Id), Engine.State.LedgerJson.Write(position with { Strategy = "wheel" }))], default);
        _desk.Market.Quote(Contracts.Goog, 1.48m, 1.50m);
        await _desk.WriteAsync("/close GOOG");
        await _desk.RunUntilQuietAsync();
        Assert.Equal("wheel", Assert.Single(await _desk.TradesAsync()).Strategy);
    }

    [Fact]
    public async Task WhenTheDayIsAsked_ResultTradesAndExitsAreTold()
    {
        await SeedAsync();
        await _desk.WriteAsync("/scorecard");
        Assert.Contains("<b>Scorecard</b> · Tue 22 Dec until 10:00:00 ET", _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Contains("Realized +$110.00 in 1 trade", _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Contains("<b>Exits</b>: no close of ours filled", _desk.Desk.Last, StringComparison.Ordinal);
    }

    // A spread of two legs yesterday is one trade.
    private Task SeedAsync()
    {
        var at = _desk.Now.AddMinutes(-15);
        return _desk.Ledger.AppendAsync(
        [
            Trades.Row(Trade("p1:1", "p1", Contracts.Goog, 2, 110m, at, ExitReason.TakeProfit, "wheel")),
            Trades.Row(Trade("p2:1:SPY160115P00190000", "p2", "SPY160115P00190000", 1, 90m, at.AddDays(-1), ExitReason.StopLoss, "wheel")),
            Trades.Row(Trade("p2:1:SPY160115P00185000", "p2", "SPY160115P00185000", 1, -50m, at.AddDays(-1), ExitReason.StopLoss, "wheel")),
            Trades.Row(Trade("p3:expiry:1", "p3", "AAPL160115C00105000", 1, -100m, at.AddDays(-4), null, null) with { Ending = PositionStatus.Expired }),
        ], default);
    }

    private static TradeRecord Trade(string id, string position, string symbol, decimal quantity, decimal pnl, DateTimeOffset at, ExitReason? reason, string? strategy) =>
        new(id, position, symbol, PositionSide.Long, quantity, 100, 2.00m, 2.50m, 0, pnl, reason, null, at, []) { Strategy = strategy };
}
