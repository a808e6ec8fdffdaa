using System.Text.Json.Nodes;
using ExitDesk.Architecture.Tests.Repository;
using ExitDesk.Domain.Entries;
using ExitDesk.Domain.Entries.Recommendations;
using Xunit;

namespace ExitDesk.Architecture.Tests.Docs;

/// <summary>What recommendation.schema.json allows in an editor is what the desk takes, and what it marks is what the desk refuses.</summary>
public sealed class RecommendationSchemaAgreementTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 15, 0, 0, TimeSpan.Zero);

    private static readonly string[] Good =
    [
        .. Prose.Blocks(RepositoryFolder.Read("docs/recommendations.md"), "json"),
        Single("BUY_CALL", "SPY261218C00600000"),
        Single("BUY_PUT", "SPY261218P00600000"),
        Single("SELL_CALL", "BRKB1261218C00600000"),
        Single("SELL_PUT", "SPY261218P00600000").Replace("\"limitPrice\": 2.35", "\"maximumSlippage\": 0", StringComparison.Ordinal),
        Stock("BUY_STOCK", "BRK.B"),
        Stock("SELL_STOCK", "F"),
        Vertical("SPY261218C00600000", "SPY261218C00605000", "1.85"),
        Vertical("SPY261218P00600000", "SPY261218P00605000", "-1.85"),
        Single("BUY_CALL", "SPY261218C00600000", """, "notes": "one\r\n\ttwo \ud83d\udcc8" """),
        Single("BUY_CALL", "SPY261218C00600000", """, "exitPlan": { "preset": "none", "underlyingMove": { "for": null } }, "strategy": "a", "notes": "" """),
    ];

    private static readonly string[] Bad =
    [
        "[]",
        "null",
        "{}",
        Single("BUY_CALLS", "SPY261218C00600000"),
        Single("buy_call", "SPY261218C00600000"),
        Single("BUY_CALL", "SPY261218P00600000"),
        Single("SELL_PUT", "SPY261218C00600000"),
        Single("BUY_STOCK", "SPY261218C00600000"),
        Single("OPEN_VERTICAL", "SPY261218C00600000"),
        Single("BUY_CALL", "spy261218C00600000"),
        Single("BUY_CALL", "SPY 261218C00600000"),
        Single("BUY_CALL", "SPYSPYS261218C00600000"),
        Single("BUY_CALL", "1261218C00600000"),
        Stock("BUY_STOCK", "spy"),
        Stock("BUY_STOCK", "BTC/USD"),
        Stock("BUY_STOCK", "ABCDEFGHIJK"),
        Stock("BUY_STOCK", "SPY", """, "exitPlan": {}"""),
        Stock("BUY_CALL", "SPY"),
        Vertical("SPY261218C00600000", "SPY261218C00605000", "0"),
        Vertical("SPY261218C00600000", "SPY261218C00605000", "1.85", """, "contract": "SPY261218C00600000" """),
        Change("quantity", "0"),
        Change("quantity", "-1"),
        Change("quantity", "1.5"),
        Change("quantity", "10001"),
        Change("quantity", "\"1\""),
        Change("quantity", "null"),
        Change("limitPrice", "0"),
        Change("limitPrice", "-1"),
        Change("limitPrice", "100000.01"),
        Change("limitPrice", "\"2.35\""),
        Change("limitPrice", "2.35, \"maximumSlippage\": 0.05"),
        Change("recommendationId", "\"\""),
        Change("recommendationId", "\"a b\""),
        Change("recommendationId", $"\"{new string('a', 65)}\""),
        Change("recommendationId", "\"a\\n\""),
        Change("recommendationId", "7"),
        Change("expiresAt", "\"2026-11-23\""),
        Change("expiresAt", "\"2026-11-23T16:00:00\""),
        Change("expiresAt", "\"2026-11-23 16:00:00Z\""),
        Change("expiresAt", "1795449600"),
        Single("BUY_CALL", "SPY261218C00600000", """, "note": "x" """),
        Single("BUY_CALL", "SPY261218C00600000", """, "notes": null """),
        Single("BUY_CALL", "SPY261218C00600000", """, "notes": "a\u0000b" """),
        Single("BUY_CALL", "SPY261218C00600000", """, "notes": "\u0085" """),
        Single("BUY_CALL", "SPY261218C00600000", $", \"notes\": \"{new string('x', 501)}\""),
        Single("BUY_CALL", "SPY261218C00600000", """, "strategy": "day trade" """),
        Single("BUY_CALL", "SPY261218C00600000", """, "strategy": "" """),
        Single("BUY_CALL", "SPY261218C00600000", """, "exitPlan": null """),
        Single("BUY_CALL", "SPY261218C00600000", """, "exitPlan": { "stoploss": {} } """),
        Single("BUY_CALL", "SPY261218C00600000", """, "exitPlan": { "stopLoss": { "debitLoss": 1.01 } } """),
        Single("BUY_CALL", "SPY261218C00600000", """, "exitPlan": { "preset": "wheels" } """),
    ];

    // Each value for itself is as the schema says: what they mean together, or today, only the desk knows.
    private static readonly string[] OnlyTheDesk =
    [
        Change("limitPrice", "2.355"),
        Change("quantity", "1.0"),
        Change("expiresAt", "\"2026-11-23T15:00:00Z\""),
        Change("expiresAt", "\"2026-11-30T15:00:01Z\""),
        Change("expiresAt", "\"2026-11-23T25:00:00Z\""),
        Single("BUY_CALL", "SPY261318C00600000"),
        Single("BUY_CALL", "SPY261218C00000000"),
        Vertical("SPY261218C00600000", "SPY261218C00605000", "-1.85"),
        Vertical("SPY261218C00600000", "SPY261218C00605000", "5"),
        Vertical("SPY261218C00600000", "SPY261218C00600000", "1.85"),
        Vertical("SPY261218C00600000", "SPY261218P00605000", "1.85"),
        Vertical("SPY261218C00600000", "QQQ261218C00605000", "1.85"),
        Single("SELL_PUT", "SPY261218P00600000", """, "exitPlan": { "takeProfit": { "target": 1 } } """),
    ];

    [SkippableFact]
    public async Task WhenARecommendationIsGood_TheSchemaAllowsItAndTheDeskTakesIt()
    {
        var answers = await AskAsync(Good);

        Assert.All(Good.Zip(answers), one => Assert.Equal((one.First, "", ""), (one.First, one.Second, Problems(one.First))));
    }

    [SkippableFact]
    public async Task WhenARecommendationIsBad_TheSchemaMarksItAndTheDeskRefusesIt()
    {
        var answers = await AskAsync(Bad);

        Assert.All(Bad.Zip(answers), one => Assert.True(
            one.Second.Length > 0 && Problems(one.First).Length > 0, $"{one.First}\nschema: {one.Second}\ndesk: {Problems(one.First)}"));
    }

    [SkippableFact]
    public async Task WhenARecommendationContradictsItself_OnlyTheDeskCanTell()
    {
        var answers = await AskAsync(OnlyTheDesk);

        Assert.All(OnlyTheDesk.Zip(answers), one => Assert.True(
            one.Second.Length == 0 && Problems(one.First).Length > 0, $"{one.First}\nschema: {one.Second}\ndesk: {Problems(one.First)}"));
    }

    /// <summary>Thousands of mixtures of good and bad values: whatever the desk takes, an editor must not mark.</summary>
    [SkippableFact]
    public async Task WhateverTheDeskTakes_TheSchemaAllows()
    {
        var random = new Random(20261123);
        var values = Good.Concat(Bad).Concat(OnlyTheDesk)
            .Select(json => JsonNode.Parse(json) as JsonObject).OfType<JsonObject>()
            .SelectMany(one => one.Select(property => (property.Key, Value: property.Value?.ToJsonString() ?? "null")))
            .Distinct().ToLookup(property => property.Key, property => property.Value);
        var mixtures = Enumerable.Range(0, 4_000).Select(_ => Mixture(random, values)).ToList();
        var answers = await AskAsync(mixtures);

        Assert.All(mixtures.Zip(answers), one => Assert.True(one.Second.Length == 0 || Problems(one.First).Length > 0, $"{one.First}\nschema: {one.Second}"));
        Assert.InRange(mixtures.Zip(answers).Count(one => one.Second.Length == 0), 200, 3_800);
        Assert.InRange(mixtures.Count(one => Problems(one).Length == 0), 200, 3_800);
    }

    [Fact]
    public void WhenTheSchemaNamesFieldsAndActions_TheyAreTheReaders()
    {
        var schema = JsonNode.Parse(RepositoryFolder.Read(SchemaValidator.Recommendations))!;

        Assert.Equal(RecommendationFields.Names, schema["properties"]!.AsObject().Select(property => property.Key));
        Assert.Equal(EntryActions.All.Select(action => action.Word()), schema["properties"]!["action"]!["enum"]!.AsArray().Select(word => word!.GetValue<string>()));
        Assert.Equal(RecommendationFields.QuantityShape.Maximum, schema["properties"]!["quantity"]!["maximum"]!.GetValue<int>());
        Assert.Equal(RecommendationFields.HighestPrice, schema["properties"]!["limitPrice"]!["maximum"]!.GetValue<decimal>());
        Assert.Equal(RecommendationFields.NotesShape.Longest, schema["properties"]!["notes"]!["maxLength"]!.GetValue<int>());
        Assert.Equal(NotesShape.Pattern, schema["properties"]!["notes"]!["pattern"]!.GetValue<string>());
        Assert.Equal(RecommendationFields.IdShape.Pattern, schema["properties"]!["recommendationId"]!["pattern"]!.GetValue<string>());
        Assert.Equal(RecommendationFields.StrategyShape.Pattern, schema["properties"]!["strategy"]!["pattern"]!.GetValue<string>());
        Assert.Equal(RecommendationFields.SymbolShape.Pattern, schema["properties"]!["symbol"]!["pattern"]!.GetValue<string>());
        Assert.Equal(InstantShape.Pattern, schema["properties"]!["expiresAt"]!["pattern"]!.GetValue<string>());
        Assert.Equal(ContractShape.Pattern, schema["$defs"]!["contract"]!["pattern"]!.GetValue<string>());
    }

    private static Task<IReadOnlyList<string>> AskAsync(IEnumerable<string> recommendations) =>
        SchemaValidator.ValidateAsync(recommendations, SchemaValidator.Recommendations, SchemaValidator.Plans);

    // A good one, with one or two values of others in place of its own.
    private static string Mixture(Random random, ILookup<string, string> values)
    {
        var mixture = JsonNode.Parse(Good[random.Next(Good.Length)])!.AsObject();
        var keys = values.Select(group => group.Key).ToList();
        for (var i = 0; i < random.Next(1, 3); i++)
        {
            var key = keys[random.Next(keys.Count)];
            var choices = values[key].ToList();
            mixture[key] = JsonNode.Parse(choices[random.Next(choices.Count)]);
        }

        if (random.Next(5) == 0)
        {
            mixture.Remove(keys[random.Next(keys.Count)]);
        }

        return mixture.ToJsonString();
    }

    private static string Problems(string json) => string.Join('\n', RecommendationReader.Read(json, Now).Problems);

    private static string Change(string name, string value)
    {
        var changed = JsonNode.Parse(Single("BUY_CALL", "SPY261218C00600000"))!.AsObject();
        changed[name] = "@";
        return changed.ToJsonString().Replace("\"@\"", value, StringComparison.Ordinal);
    }

    private static string Single(string action, string contract, string more = "") =>
        $$"""{ "recommendationId": "sig-1", "action": "{{action}}", "contract": "{{contract}}", "quantity": 2, "limitPrice": 2.35, "expiresAt": "2026-11-23T16:00:00Z"{{more}} }""";

    private static string Stock(string action, string symbol, string more = "") =>
        $$"""{ "recommendationId": "sig-1", "action": "{{action}}", "symbol": "{{symbol}}", "quantity": 10, "limitPrice": 100, "expiresAt": "2026-11-23T11:00-05:00"{{more}} }""";

    private static string Vertical(string buy, string sell, string limit, string more = "") =>
        $$"""{ "recommendationId": "sig-1", "action": "OPEN_VERTICAL", "buy": "{{buy}}", "sell": "{{sell}}", "quantity": 2, "limitPrice": {{limit}}, "expiresAt": "2026-11-23T16:00:00Z"{{more}} }""";
}
