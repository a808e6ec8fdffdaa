using ExitDesk.Engine.Workflows.Operator.Commands;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Operator.Commands;

public sealed class WhatIfRequestTests
{
    [Theory]
    [InlineData("spy -2%", "SPY", -0.02, null)]
    [InlineData("SPY +1.5 14:30", "SPY", 0.015, "14:30")]
    [InlineData("BRK.B −3 % 9:45", "BRK.B", -0.03, "09:45")]
    [InlineData("GOOG -99.9%", "GOOG", -0.999, null)]
    [InlineData("GOOG +500%", "GOOG", 5, null)]
    [InlineData("GOOG +0%", "GOOG", 0, null)]
    public void WhenWellWritten_StockMoveAndTimeAreRead(string text, string symbol, double move, string? at)
    {
        var (request, problem) = WhatIfRequest.Parse(text);
        Assert.Null(problem);
        Assert.Equal(new WhatIfRequest(symbol, (decimal)move, at is null ? null : TimeOnly.Parse(at, System.Globalization.CultureInfo.InvariantCulture)), request);
    }

    [Theory]
    [InlineData("", "Which stock")]
    [InlineData("SPY", "Which stock")]
    [InlineData("SPY 2%", "write +2% for a rise, -2% for a fall")]
    [InlineData("SPY -2,5%", "is no move")]
    [InlineData("SPY -1e1%", "is no move")]
    [InlineData("SPY -", "is no move")]
    [InlineData("SPY -100%", "out of range")]
    [InlineData("SPY +500.1%", "out of range")]
    [InlineData("SPY -2% 25:00", "is no time")]
    [InlineData("SPY -2% 2pm", "is no time")]
    [InlineData("-2% SPY", "The stock comes first")]
    [InlineData("SPY -2% 14:30 ET", "too much")]
    public void WhenWrong_TheProblemSaysWhatToWrite(string text, string said)
    {
        var (request, problem) = WhatIfRequest.Parse(text);
        Assert.Null(request);
        Assert.Contains(said, problem, StringComparison.Ordinal);
    }
}
