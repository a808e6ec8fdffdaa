using ExitDesk.Engine.Workflows.Operator;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Operator.Commands;

public sealed class StatusViewTests
{
    private readonly DeskHarness _desk = new();

    [Fact]
    public async Task WhenRefreshed_TheMessageIsEditedInItsPlaceWithItsTime()
    {
        await HoldAsync();
        await _desk.WriteAsync("/status");
        Assert.Contains("Updated 10:00:15 ET", _desk.Desk.Last, StringComparison.Ordinal);
        await _desk.SweepAsync(1);
        var messages = _desk.Desk.Shown.Count;
        await _desk.PressAsync(_desk.Desk.Button("Refresh"));
        Assert.Contains("Updated 10:00:30 ET", _desk.Desk.Shown[^1].Html, StringComparison.Ordinal);
        Assert.Equal((messages, "Refreshed"), (_desk.Desk.Shown.Count, _desk.Desk.Toasts[^1]));
        await _desk.PressAsync(_desk.Desk.Button("Refresh"));
        Assert.Equal("Refreshed", _desk.Desk.Toasts[^1]);
    }

    [Fact]
    public async Task WhenATableIsWanted_EachPositionIsALineOfFixedWidth()
    {
        await HoldAsync();
        await _desk.WriteAsync("/status table");
        var lines = _desk.Desk.Last.Split('\n').Where(line => line.StartsWith("<code>", StringComparison.Ordinal)).ToList();
        Assert.Equal(
            ["<code>position              now  result    % days</code>", "<code>GOOG 15 Jan 750 C ×2 2.10 +$20.00 +5.0   24</code>"], lines);
    }

    [Fact]
    public async Task WhenTheMessageIsWeeksOld_ItSaysSo()
    {
        await _desk.PressAsync("refresh:unknown");
        Assert.Contains("too old to refresh", Assert.Single(_desk.Desk.Toasts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenAPressComesTwiceUnderTwoNumbers_ItIsDoneOnce()
    {
        await _desk.WriteAsync("/status");
        var button = _desk.Desk.Button("Refresh");
        Assert.Equal(InboxOutcome.Accepted, await _desk.SayAsync(DeskHarness.Owner, DeskHarness.Chat, button, "same"));
        Assert.Equal(InboxOutcome.Repeated, await _desk.SayAsync(DeskHarness.Owner, DeskHarness.Chat, button, "same"));
        Assert.Single(_desk.Desk.Toasts);
    }

    private async Task HoldAsync()
    {
        _desk.Market.Quote(Contracts.Goog, 2.10m, 2.12m);
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        await _desk.SweepAsync(1);
    }
}
