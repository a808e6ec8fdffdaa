using ExitDesk.Domain.Closing;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows;

public sealed class HousekeepingTests
{
    private readonly DeskHarness _desk = new();

    public static TheoryData<string> Rooms =>
        [LedgerKeys.Seen, LedgerKeys.Cards, LedgerKeys.Views, LedgerKeys.Approvals, LedgerKeys.ExpirySummaries, LedgerKeys.Closings, LedgerKeys.FillParts, LedgerKeys.Positions];

    [Theory]
    [MemberData(nameof(Rooms))]
    public async Task WhenARowCannotBeRead_ItStaysAndAllElseIsCleanedUp(string room)
    {
        await PutAsync(room + "!bad", "{");
        await PutAsync(LedgerKeys.Seen + "old", LedgerJson.Write(new SeenUpdate(_desk.Time.GetUtcNow())));
        _desk.Time.Advance(Housekeeping.UpdatesFor);
        await CleanAsync();
        Assert.True(await IsThereAsync(LedgerKeys.Seen + "old"));

        _desk.Time.Advance(TimeSpan.FromHours(1));
        await CleanAsync();

        Assert.False(await IsThereAsync(LedgerKeys.Seen + "old"));
        Assert.True(await IsThereAsync(room + "!bad"));
        Assert.Single(_desk.Desk.Shown, card => card.Html.Contains("A row of the ledger cannot be read", StringComparison.Ordinal) && card.Html.Contains(room + "!bad", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("closing", false)]
    [InlineData("position", true)]
    public async Task WhenAPositionCannotBeRead_NothingThatItMayNeedIsRemoved(string? bad, bool stays)
    {
        await ClosedAsync();
        await PutAsync(bad switch { "closing" => LedgerKeys.Closing("!bad", 1), "position" => LedgerKeys.Position("!bad"), _ => LedgerKeys.Seen + "good" }, bad is null ? LedgerJson.Write(new SeenUpdate(_desk.Now)) : "{");
        var closing = (await _desk.Ledger.ListAsync(LedgerKeys.Closings, default)).Single(row => !row.Key.Contains('!', StringComparison.Ordinal)).Key;
        _desk.Time.Advance(Housekeeping.EndedFor + TimeSpan.FromSeconds(1));
        await CleanAsync();

        Assert.Equal(stays, await IsThereAsync(closing));
    }

    private async Task ClosedAsync()
    {
        await _desk.HoldAsync(Contracts.Goog, 2, 2.00m);
        _desk.Market.Quote(Contracts.Goog, 1.48m, 1.50m);
        await _desk.SweepAsync(3);
        await _desk.RunUntilQuietAsync();
        Assert.Equal(CloseEnd.Closed, Assert.Single(await _desk.ClosingsAsync()).End);
    }

    private async Task CleanAsync()
    {
        await _desk.Get<Housekeeping>().RunAsync(_desk.Now, CancellationToken.None);
        await _desk.DrainAsync();
    }

    private Task PutAsync(string key, string json) => _desk.Ledger.CommitAsync([new LedgerChange.Put(key, json)], default);

    private async Task<bool> IsThereAsync(string key) => await _desk.Ledger.FindAsync(key, default) is not null;
}
