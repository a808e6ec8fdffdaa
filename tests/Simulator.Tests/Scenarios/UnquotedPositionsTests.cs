using ExitDesk.Simulator.Scenarios;
using ExitDesk.Simulator.Tests.Venue;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;

namespace ExitDesk.Simulator.Tests.Scenarios;

public sealed class UnquotedPositionsTests
{
    private readonly FixedMarket _market = new();

    [Fact]
    public void WhenNothingIsQuotedAtItsTime_TellsSymbolTimeAndTheWayOut()
    {
        Assert.Empty(Read($$"""[{ "symbol": "{{Call100}}", "quantity": 1, "openedAt": "09:15" }]""", out var problems));
        var problem = Assert.Single(problems);
        Assert.Equal($"p.json $[0]: {Call100} has no ask to open at 09:15:00 ET (2026-11-20 14:15:00Z): give an entryPrice or a later openedAt", problem);
    }

    [Fact]
    public void WhenItHasAnEntryPrice_NoQuoteIsNeeded()
    {
        var opening = Assert.Single(Read($$"""[{ "symbol": "{{Call100}}", "quantity": 1, "openedAt": "09:15", "entryPrice": 1.5 }]""", out var problems));
        Assert.Equal(1.5m, opening.EntryPrice);
        Assert.Empty(problems);
    }

    [Fact]
    public void WhenOneSymbolIsListedTwice_BothStay() => Assert.Equal(
        [1, 2],
        Read(
            $$"""[{ "symbol": "{{Call100}}", "quantity": 1, "openedAt": "09:45" }, { "symbol": "{{Call100}}", "quantity": 2, "openedAt": "10:45" }]""",
            out _).Select(opening => opening.Quantity));

    private IReadOnlyList<Opening> Read(string json, out IReadOnlyList<string> problems) =>
        PositionsFile.Read("p.json", json, _market, [_market.Days[0]], out problems);
}
