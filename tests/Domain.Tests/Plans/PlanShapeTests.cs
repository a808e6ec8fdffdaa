using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Plans;
using Xunit;

namespace ExitDesk.Domain.Tests.Plans;

public sealed class PlanShapeTests
{
    private static readonly NumberShape Fraction = new(0, 1) { IsAboveMinimum = true, IsFraction = true };
    private static readonly DurationShape Duration = new(TimeSpan.FromSeconds(1), TimeSpan.FromHours(24));

    [Theory]
    [InlineData("0.01", true)]
    [InlineData("1", true)]
    [InlineData("1e-2", true)]
    [InlineData("0", false)]
    [InlineData("1.01", false)]
    [InlineData("-0.1", false)]
    [InlineData("0,5", false)]
    [InlineData("half", false)]
    [InlineData("", false)]
    public void WhenANumberIsRead_BoundsHold(string text, bool allowed) => Assert.Equal(allowed, Fraction.TryRead(text, out _));

    [Theory]
    [InlineData("30m", 1800, "30m")]
    [InlineData("90s", 90, "90s")]
    [InlineData("60m", 3600, "1h")]
    [InlineData("120s", 120, "2m")]
    [InlineData("24h", 86_400, "24h")]
    public void WhenADurationIsRead_ItIsWrittenShort(string text, int seconds, string written)
    {
        Assert.True(Duration.TryRead(text, out var value));
        Assert.Equal((TimeSpan.FromSeconds(seconds), written), ((TimeSpan)value!, Duration.Write(value)));
    }

    [Theory]
    [InlineData("0s")]
    [InlineData("-5m")]
    [InlineData("25h")]
    [InlineData("30")]
    [InlineData("m")]
    [InlineData("1.5h")]
    [InlineData("30 m")]
    [InlineData("30d")]
    public void WhenADurationIsNone_ItIsRefused(string text) => Assert.False(Duration.TryRead(text, out _));

    [Theory]
    [InlineData("09:31", true)]
    [InlineData("15:59", true)]
    [InlineData("09:30", false)]
    [InlineData("16:00", false)]
    [InlineData("9:45", false)]
    [InlineData("25:00", false)]
    public void WhenATimeIsRead_ItLiesInTheSession(string text, bool allowed) =>
        Assert.Equal(allowed, new TimeShape(new TimeOnly(9, 31), new TimeOnly(15, 59)).TryRead(text, out _));

    [Theory]
    [InlineData("0", true)]
    [InlineData("252", true)]
    [InlineData("253", false)]
    [InlineData("-1", false)]
    [InlineData("1.0", false)]
    public void WhenACountIsRead_BoundsHold(string text, bool allowed) => Assert.Equal(allowed, new CountShape(0, 252).TryRead(text, out _));

    [Fact]
    public void WhenAChoiceIsRead_ItIsTheMemberOfThatName()
    {
        var shape = ChoiceShape.Of<Approval>();
        Assert.True(shape.TryRead("askThenAct", out var value));
        Assert.Equal((Approval.AskThenAct, "askThenAct"), ((Approval)value!, shape.Write(value)));
        Assert.False(shape.TryRead("AskThenAct", out _));
        Assert.False(shape.TryRead("1", out _));
    }

    [Theory]
    [InlineData("SPY,QQQ", "QQQ,SPY")]
    [InlineData("", "")]
    public void WhenSymbolsAreRead_TheyAreWrittenInOrder(string text, string written)
    {
        var shape = new SymbolsShape();
        Assert.True(shape.TryRead(text, out var value));
        Assert.Equal(written, shape.Write(value));
        Assert.False(shape.TryRead("spy", out _));
    }
}
