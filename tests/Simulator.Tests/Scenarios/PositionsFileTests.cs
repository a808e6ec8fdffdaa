using ExitDesk.Simulator.Market.Seeded;
using ExitDesk.Simulator.Scenarios;
using ExitDesk.Simulator.Tests.Market.Seeded;
using Xunit;

namespace ExitDesk.Simulator.Tests.Scenarios;

public sealed class PositionsFileTests
{
    private const string Spy = "SPY261127C00600000";

    private readonly SeededMarket _market = SampleMarket.Create();

    [Fact]
    public void WhenComplete_ReadsEachPositionInTheOrderOfTime()
    {
        var openings = Read(
            $$"""
            [
              // Comments and trailing commas are allowed.
              { "symbol": "{{Spy}}", "quantity": -3, "openedAt": "10:30" },
              { "symbol": "ACME", "quantity": 100, "openedAt": "2026-11-20T09:45", "entryPrice": 50.05 },
              { "symbol": "{{Spy}}", "quantity": 1, "openedAt": "2026-11-20T15:00:30Z", "entryPrice": null },
            ]
            """,
            out var problems);

        Assert.Empty(problems);
        Assert.Equal(
            [
                new Opening("ACME", 100, new DateTimeOffset(2026, 11, 20, 14, 45, 0, TimeSpan.Zero), 50.05m) { InHistory = true },
                new Opening(Spy, 1, new DateTimeOffset(2026, 11, 20, 15, 0, 30, TimeSpan.Zero), null) { InHistory = true },
                new Opening(Spy, -3, new DateTimeOffset(2026, 11, 20, 15, 30, 0, TimeSpan.Zero), null) { InHistory = true },
            ],
            openings);
    }

    [Fact]
    public void WhenSeveralThingsAreWrong_NamesEveryOneWithItsPlaceAndReadsNothing()
    {
        var openings = Read(
            $$"""
            [
              { "symbol": "{{Spy}}", "quantity": 1, "openedAt": "09:45" },
              7,
              { "symbol": "SPY261127C00601000", "quantity": 0, "openedAt": "noon", "entryPrice": -1, "price": 2 },
              { "symbol": "SPY26112XC00600000", "quantity": 1.5, "openedAt": "16:00" },
              { "quantity": "1" }
            ]
            """,
            out var problems);

        Assert.Empty(openings);
        Assert.Equal(
            [
                "list.json $[1]", "list.json $[2].price", "list.json $[2].symbol", "list.json $[2].quantity", "list.json $[2].openedAt",
                "list.json $[2].entryPrice", "list.json $[3].symbol", "list.json $[3].quantity", "list.json $[3].openedAt",
                "list.json $[4].symbol", "list.json $[4].quantity", "list.json $[4].openedAt",
            ],
            problems.Select(problem => problem[..problem.IndexOf(": ", StringComparison.Ordinal)]));
    }

    [Fact]
    public void WhenLegsNameOneStructure_TheyKeepItAndOthersHaveNone()
    {
        var openings = Read(
            $$"""
            [
              { "symbol": "{{Spy}}", "quantity": -1, "openedAt": "09:45", "structure": "covered call" },
              { "symbol": "SPY", "quantity": 100, "openedAt": "09:45", "structure": "covered call" },
              { "symbol": "ACME", "quantity": 5, "openedAt": "09:45", "structure": null }
            ]
            """,
            out var problems);

        Assert.Empty(problems);
        Assert.Equal([("covered call", -1), ("covered call", 100), (null, 5)], openings.Select(opening => (opening.Structure, opening.Quantity)));
    }

    [Fact]
    public void WhenSeveralDaysArePlayed_PositionsMayComeOnEachOfThem()
    {
        var json = $$"""[{ "symbol": "{{Spy}}", "quantity": 1, "openedAt": "2026-11-23T09:45" }]""";

        Assert.Equal(new DateOnly(2026, 11, 23), DateOnly.FromDateTime(Assert.Single(PositionsFile.Read("list.json", json, _market, _market.Days, out _)).OpenedAt.UtcDateTime));
        Assert.Empty(Read(json, out var problems));
        Assert.Contains("is not before the close of 2026-11-20", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "list.json: a list of positions is expected")]
    [InlineData("null", "list.json: a list of positions is expected")]
    [InlineData("[\n{,}]", "list.json:2: not valid JSON")]
    [InlineData("", "list.json:1: not valid JSON")]
    public void WhenItIsNoList_SaysWhatIsExpected(string json, string expected)
    {
        Assert.Empty(Read(json, out var problems));
        Assert.StartsWith(expected, Assert.Single(problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("symbol", "\"SPY261127C00601000\"", "this market does not list SPY261127C00601000")]
    [InlineData("symbol", "\"NOPE\"", "this market does not list NOPE")]
    [InlineData("symbol", "5", "is expected")]
    [InlineData("quantity", "0", "above 0 for long and below 0 for short")]
    [InlineData("quantity", "99999999999", "a whole number is expected")]
    [InlineData("openedAt", "\"2026-11-20T09:45+\"", "is expected")]
    [InlineData("openedAt", "\"2026-11-20\"", "is expected")]
    [InlineData("openedAt", "\"16:00\"", "is not before the close of 2026-11-20")]
    [InlineData("openedAt", "945", "New York time like 09:45")]
    [InlineData("entryPrice", "0", "a price per share above 0 is expected")]
    [InlineData("structure", "\" \"", "a name that all legs of one structure share is expected")]
    [InlineData("structure", "1", "a name that all legs of one structure share is expected")]
    [InlineData("entryPrice", "\"1\"", "a price per share above 0 is expected")]
    public void WhenOneValueIsWrong_NamesItAndWhatIsExpected(string name, string value, string expected)
    {
        var values = new Dictionary<string, string> { ["symbol"] = $"\"{Spy}\"", ["quantity"] = "1", ["openedAt"] = "\"09:45\"", [name] = value };
        var json = $"[{{{string.Join(',', values.Select(pair => $"\"{pair.Key}\":{pair.Value}"))}}}]";

        Assert.Empty(Read(json, out var problems));
        var problem = Assert.Single(problems);
        Assert.StartsWith($"list.json $[0].{name}: ", problem, StringComparison.Ordinal);
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    private IReadOnlyList<Opening> Read(string json, out IReadOnlyList<string> problems) =>
        PositionsFile.Read("list.json", json, _market, [_market.Days[0]], out problems);
}
