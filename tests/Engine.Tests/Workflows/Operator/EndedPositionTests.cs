using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Operator;

/// <summary>What is asked about is often just over: it is found with its result.</summary>
public sealed class EndedPositionTests
{
    private readonly DeskHarness _desk = new();

    [Theory]
    [InlineData("/why GOOG")]
    [InlineData("/close GOOG")]
    public async Task WhenItIsOver_TheAnswerNamesTimeAndResult(string command)
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Market.Quote(Contracts.Goog, 2.50m, 2.52m);
        _desk.Broker.PriceFills(Contracts.Goog, 2.57m);
        await _desk.WriteAsync("/close GOOG");
        await _desk.RunUntilQuietAsync();
        await _desk.WriteAsync(command);
        Assert.Contains("GOOG 15 Jan 750 C ×2: closed 10:0", _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Contains("ET, +$114.00", _desk.Desk.Last, StringComparison.Ordinal);
    }
}
