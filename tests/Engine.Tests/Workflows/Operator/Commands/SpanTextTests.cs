using ExitDesk.Engine.Workflows.Operator.Commands;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Operator.Commands;

public sealed class SpanTextTests
{
    [Theory]
    [InlineData("1m", 1)]
    [InlineData("30m", 30)]
    [InlineData("30", 30)]
    [InlineData("45min", 45)]
    [InlineData("2H", 120)]
    [InlineData("1h30m", 90)]
    [InlineData("24h", 1440)]
    [InlineData("1440m", 1440)]
    public void WhenASpanIsTyped_ItIsRead(string text, int minutes) => Assert.Equal(TimeSpan.FromMinutes(minutes), SpanText.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("0m")]
    [InlineData("1441m")]
    [InlineData("24h1m")]
    [InlineData("-5m")]
    [InlineData("soon")]
    [InlineData("5 s")]
    [InlineData("99999999999m")]
    public void WhenItIsNone_NothingIsRead(string text) => Assert.Null(SpanText.Parse(text));
}
