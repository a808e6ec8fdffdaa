using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Operator;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Operator.Commands;

public sealed class SettingsCommandTests
{
    private readonly DeskHarness _desk = new();

    [Theory]
    [InlineData("/settings stop silent", "Stop loss: on → silent")]
    [InlineData("/settings STATISTICS off", "Summaries: on → off")]
    [InlineData("/settings alerts silent", "Alerts: on → silent")]
    public async Task WhenChangedInWords_ItIsKeptAndSaid(string command, string answer)
    {
        await _desk.WriteAsync(command);
        Assert.Equal(answer, _desk.Desk.Last);
        var settings = (await _desk.Get<DeskLedger>().FindAsync<NoticeSettings>(LedgerKeys.Notices, default))!.Value;
        Assert.Equal(1, settings.Version);
    }

    [Theory]
    [InlineData("/settings alerts off", "alerts cannot be turned off, an alert tells what costs money")]
    [InlineData("/settings expiry off", "expiry cannot be turned off")]
    [InlineData("/settings questions off", "questions cannot be turned off")]
    [InlineData("/settings exercise off", "exercise cannot be turned off")]
    [InlineData("/settings stp silent", "did you mean stop?")]
    [InlineData("/settings stop loud", "write on, silent or off")]
    [InlineData("/settings stop", "write on, silent or off")]
    public async Task WhenItCannotBe_ItSaysWhyAndNothingChanges(string command, string answer)
    {
        await _desk.WriteAsync(command);
        Assert.Contains(answer, _desk.Desk.Last, StringComparison.Ordinal);
        Assert.Null(await _desk.Get<DeskLedger>().FindAsync<NoticeSettings>(LedgerKeys.Notices, default));
    }

    [Fact]
    public async Task WhenButtonsAreTapped_TheCardIsEditedInItsPlace()
    {
        await _desk.WriteAsync("/settings");
        foreach (var (label, next) in new[] { ("🔔 statistics", "🔕 statistics"), ("🔕 statistics", "🚫 statistics"), ("🚫 statistics", "🔔 statistics") })
        {
            await _desk.PressAsync(_desk.Desk.Button(label));
            Assert.Contains(_desk.Desk.Shown.SelectMany(card => card.Buttons).SelectMany(row => row), button => button.Label == next);
        }

        Assert.Single(_desk.Desk.Shown);
        Assert.Equal(3, (await _desk.AuditAsync()).Count(row => row.Action == "pressed"));
    }

    [Fact]
    public async Task WhenItIsNeverOff_TheButtonGoesBackToOn()
    {
        await _desk.WriteAsync("/settings");
        await _desk.PressAsync(_desk.Desk.Button("🔔 alerts"));
        await _desk.PressAsync(_desk.Desk.Button("🔕 alerts"));
        Assert.NotNull(_desk.Desk.Button("🔔 alerts"));
    }

    [Fact]
    public async Task WhenSomebodyChangedThemMeanwhile_TheTapShowsThatAndChangesNothing()
    {
        await _desk.WriteAsync("/settings");
        var button = _desk.Desk.Button("🔔 stop");
        await _desk.WriteAsync("/settings profit off");
        await _desk.PressAsync(button);
        Assert.Contains("Somebody changed", _desk.Desk.Toasts[^1], StringComparison.Ordinal);
        Assert.NotNull(_desk.Desk.Button("🚫 profit"));
        Assert.NotNull(_desk.Desk.Button("🔔 stop"));
    }

    [Fact]
    public void WhenTheCardIsMade_ItFitsAMessage() =>
        Assert.InRange(SettingsCard.Of(NoticeSettings.Default, new string('f', 32)).Html.Length, 1, Engine.Telling.LongText.Limit);
}
