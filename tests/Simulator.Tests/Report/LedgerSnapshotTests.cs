using System.Text.Json.Nodes;
using ExitDesk.Simulator.Report;
using Xunit;

namespace ExitDesk.Simulator.Tests.Report;

public sealed class LedgerSnapshotTests
{
    [Fact]
    public void WhenALedgerWasLost_OnlyWhatItHadBroughtToItsEndIsAdded()
    {
        var lost = new LedgerSnapshot(
            [Position("a", "Closed"), Position("b", "Open"), Position("c", "Closing")],
            [Closing("a", "Closed"), Closing("c", null)],
            [Question("a", "Used"), Question("b", "Open")],
            [Trade("a")]);
        var now = new LedgerSnapshot([Position("b", "Open")], [Closing("b", null)], [Question("b", "Open")], [Trade("b")]);

        var both = now.After(lost);

        Assert.Equal("a b", Ids(both.Positions));
        Assert.Equal("a b", Ids(both.Closings));
        Assert.Equal("a b", Ids(both.Approvals));
        Assert.Equal("a b", Ids(both.Trades));
        Assert.Same(now, now.After(null));
    }

    [Fact]
    public void WhenAClosingHasNoEnd_TheLedgerIsNotToBeLostNow()
    {
        Assert.True(new LedgerSnapshot([], [Closing("a", "Closed"), Closing("b", null)], [], []).HasUnsettledClosing);
        Assert.False(new LedgerSnapshot([], [Closing("a", "Closed")], [], []).HasUnsettledClosing);
    }

    private static string Ids(IEnumerable<JsonObject> documents) => string.Join(' ', documents.Select(document => document["id"]));

    private static JsonObject Position(string id, string status) => new() { ["id"] = id, ["status"] = status, ["symbol"] = "KO", ["quantity"] = 1m };

    private static JsonObject Closing(string id, string? end) => new() { ["id"] = id, ["end"] = end };

    private static JsonObject Question(string id, string status) => new() { ["id"] = id, ["status"] = status };

    private static JsonObject Trade(string id) => new() { ["id"] = id };
}
