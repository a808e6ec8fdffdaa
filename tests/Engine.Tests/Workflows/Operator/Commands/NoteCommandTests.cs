using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Operator.Commands;

public sealed class NoteCommandTests
{
    private readonly DeskHarness _desk = new();

    [Fact]
    public async Task WhenNoted_ItIsReadAgainWithWhoAndWhen()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        await _desk.WriteAsync("/note GOOG rolled <too> early");
        Assert.Equal("Noted for GOOG 15 Jan 750 C ×2.", _desk.Desk.Last);
        await _desk.WriteAsync("/note goog");
        Assert.Equal("<b>GOOG 15 Jan 750 C ×2</b>\n10:00 ET Ada &lt;3 (4711): rolled &lt;too&gt; early", _desk.Desk.Last);
    }

    [Fact]
    public async Task WhenSeveralMatch_TheChoicesAreListed()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        await _desk.HoldAsync("GOOG160115P00700000", 1, 1.00m);
        await _desk.WriteAsync("/note GOOG x");
        Assert.Contains("<code>GOOG160115P00700000</code>", _desk.Desk.Last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/note", "About which one?")]
    [InlineData("/note MSFT x", "No position matches MSFT")]
    public async Task WhenNothingMatches_ItSaysWhatToDo(string command, string answer)
    {
        await _desk.WriteAsync(command);
        Assert.StartsWith(answer, _desk.Desk.Last, StringComparison.Ordinal);
    }
}
