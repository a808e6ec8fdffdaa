using System.Text.Json.Nodes;
using ExitDesk.Domain.Entries;
using ExitDesk.Domain.Entries.Recommendations;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Entries.Recommendations;

public sealed class RecommendationReaderTests
{
    private static readonly string Call = SampleRecommendations.Json(EntryAction.BuyCall);

    [Theory]
    [InlineData(EntryAction.BuyCall, "XYZ160115C00100000 BuyToOpen")]
    [InlineData(EntryAction.BuyPut, "XYZ160115P00100000 BuyToOpen")]
    [InlineData(EntryAction.BuyStock, "XYZ BuyToOpen")]
    [InlineData(EntryAction.SellStock, "XYZ SellToOpen")]
    [InlineData(EntryAction.SellPut, "XYZ160115P00100000 SellToOpen")]
    [InlineData(EntryAction.SellCall, "XYZ160115C00100000 SellToOpen")]
    [InlineData(EntryAction.OpenVertical, "XYZ160115C00100000 BuyToOpen, XYZ160115C00105000 SellToOpen")]
    public void WhenAnActionIsRead_ItsLegsOpen(EntryAction action, string legs)
    {
        var read = SampleRecommendations.Read(SampleRecommendations.Json(action));

        Assert.Equal((action, legs), (read.Action, string.Join(", ", read.Legs.Select(leg => $"{leg.Symbol} {leg.Intent}"))));
        Assert.All(read.Legs, leg => Assert.Equal((1, leg.Intent.Side()), (leg.Ratio, leg.Side)));
    }

    [Fact]
    public void WhenEverythingIsGiven_EverythingIsRead()
    {
        var read = SampleRecommendations.Read(SampleRecommendations.Json(
            EntryAction.BuyCall, """, "strategy": "breakout", "notes": "above 101", "exitPlan": { "preset": "none", "stopLoss": { "debitLoss": 0.30, "enabled": true }, "maxHold": { "patience": "30m" } }"""));

        Assert.Equal(("sig-1", 2, 2.50m, null, "breakout", "above 101"), (read.Id, read.Quantity, read.LimitPrice, read.MaximumSlippage, read.Strategy, read.Notes));
        Assert.Equal((SampleRecommendations.ExpiresAt, "XYZ"), (read.ExpiresAt, read.Underlying));
        Assert.Equal("""{"preset":"none","stopLoss":{"enabled":true,"debitLoss":0.3},"maxHold":{"patience":"30m"}}""", read.ExitPlan);
    }

    [Theory]
    [InlineData("\"recommendationId\": \"sig-1\", ", "", "$.recommendationId")]
    [InlineData("sig-1", "", "$.recommendationId")]
    [InlineData("sig-1", "a b", "$.recommendationId")]
    [InlineData("sig-1", "ä", "$.recommendationId")]
    [InlineData("sig-1", "sig-1\\n", "$.recommendationId")]
    [InlineData("\"sig-1\"", "7", "$.recommendationId")]
    [InlineData("BUY_CALL", "BUY_CALLS", "$.action")]
    [InlineData("BUY_CALL", "buy_call", "$.action")]
    [InlineData("BUY_CALL", "BUY_PUT", "$.contract")]
    [InlineData("BUY_CALL", "BUY_STOCK", "$.contract", "$.symbol")]
    [InlineData("BUY_CALL", "OPEN_VERTICAL", "$.contract", "$.buy", "$.sell")]
    [InlineData("XYZ160115C", "XYZ160199C", "$.contract")]
    [InlineData("XYZ160115C", "xyz160115C", "$.contract")]
    [InlineData("\"contract\": \"XYZ160115C00100000\"", "\"contract\": null", "$.contract")]
    [InlineData("\"quantity\": 2", "\"quantity\": 0", "$.quantity")]
    [InlineData("\"quantity\": 2", "\"quantity\": 10001", "$.quantity")]
    [InlineData("\"quantity\": 2", "\"quantity\": 1.5", "$.quantity")]
    [InlineData("\"quantity\": 2", "\"quantity\": \"2\"", "$.quantity")]
    [InlineData("\"quantity\": 2", "\"quantity\": -2", "$.quantity")]
    [InlineData("2.50", "0", "$.limitPrice")]
    [InlineData("2.50", "-0.01", "$.limitPrice")]
    [InlineData("2.50", "2.505", "$.limitPrice")]
    [InlineData("2.50", "100000.01", "$.limitPrice")]
    [InlineData("2.50", "1e400", "$.limitPrice")]
    [InlineData("\"limitPrice\": 2.50", "\"maximumSlippage\": -0.01", "$.maximumSlippage")]
    [InlineData("\"limitPrice\": 2.50", "\"maximumSlippage\": 0.055", "$.maximumSlippage")]
    [InlineData("\"limitPrice\": 2.50, ", "", "$.limitPrice")]
    [InlineData("\"limitPrice\": 2.50", "\"limitPrice\": 2.50, \"maximumSlippage\": 0.05", "$.limitPrice")]
    [InlineData("2015-12-23T17:30:00Z", "2015-12-23T17:00:00Z", "$.expiresAt")]
    [InlineData("2015-12-23T17:30:00Z", "2015-12-30T17:00:01Z", "$.expiresAt")]
    [InlineData("2015-12-23T17:30:00Z", "2015-12-23T17:30:00", "$.expiresAt")]
    [InlineData("2015-12-23T17:30:00Z", "2015-12-23T25:30:00Z", "$.expiresAt")]
    [InlineData("2015-12-23T17:30:00Z", "0001-01-01T00:00:00+14:00", "$.expiresAt")]
    [InlineData(" }", ", \"strategy\": \"day trade\" }", "$.strategy")]
    [InlineData(" }", ", \"strategy\": null }", "$.strategy")]
    [InlineData(" }", ", \"note\": \"x\" }", "$.note")]
    [InlineData(" }", ", \"quantity\": 3 }", "$.quantity")]
    [InlineData(" }", ", \"exitPlan\": [] }", "$.exitPlan")]
    [InlineData(" }", ", \"exitPlan\": { \"stoploss\": {} } }", "$.exitPlan.stoploss")]
    [InlineData(" }", ", \"exitPlan\": { \"stopLoss\": { \"debitLoss\": 1.5 } } }", "$.exitPlan.stopLoss.debitLoss")]
    [InlineData(" }", ", \"exitPlan\": { \"stopLoss\": { \"debitLoss\": 0.5, \"debitLoss\": 0.6 } } }", "$.exitPlan.stopLoss.debitLoss")]
    [InlineData(" }", ", \"exitPlan\": { \"preset\": \"wheels\" } }", "$.exitPlan.preset")]
    [InlineData(" }", ", \"exitPlan\": { \"trailingStop\": { \"enabled\": true, \"arm\": 0.1, \"giveBack\": 0.2 } } }", "$.exitPlan.trailingStop.giveBack")]
    public void WhenAValueIsWrong_ItsPathIsNamedAndNothingIsTaken(string was, string becomes, params string[] paths)
    {
        var reading = RecommendationReader.Read(Call.Replace(was, becomes, StringComparison.Ordinal), SampleSession.Noon);

        Assert.Null(reading.Recommendation);
        Assert.Equal(paths.Order(), reading.Problems.Select(problem => problem.Path).Order());
        Assert.All(reading.Problems, problem => Assert.True(problem.Text.Length > 10, problem.Text));
    }

    [Theory]
    [InlineData("2015-12-23T17:00:01Z")]
    [InlineData("2015-12-30T17:00:00Z")]
    [InlineData("2015-12-23T12:01-05:00")]
    [InlineData("2015-12-23T17:00:00.1Z")]
    public void WhenTheExpiryIsAhead_ItIsTaken(string expiresAt) =>
        Assert.Empty(RecommendationReader.Read(Call.Replace("2015-12-23T17:30:00Z", expiresAt, StringComparison.Ordinal), SampleSession.Noon).Problems);

    [Fact]
    public void WhenARepeatIsReadWithoutAClock_ItsExpiryDoesNotCount()
    {
        Assert.Null(RecommendationReader.Read(Call, SampleRecommendations.ExpiresAt).Recommendation);
        Assert.NotNull(RecommendationReader.Read(Call, null).Recommendation);
    }

    [Theory]
    [InlineData("XYZ160115C00100000", "XYZ160115C00105000", "1.20")]
    [InlineData("XYZ160115C00105000", "XYZ160115C00100000", "-1.20")]
    [InlineData("XYZ160115P00100000", "XYZ160115P00095000", "4.99")]
    [InlineData("XYZ160115P00095000", "XYZ160115P00100000", "-4.99")]
    public void WhenTheSignOfAVerticalFitsItsLegs_ItIsTaken(string buy, string sell, string limit) =>
        Assert.Empty(RecommendationReader.Read(SampleRecommendations.Vertical(buy, sell, limit), SampleSession.Noon).Problems);

    [Theory]
    [InlineData("XYZ160115C00100000", "XYZ160115C00105000", "-1.20", "$.limitPrice")]
    [InlineData("XYZ160115C00105000", "XYZ160115C00100000", "1.20", "$.limitPrice")]
    [InlineData("XYZ160115C00100000", "XYZ160115C00105000", "0", "$.limitPrice")]
    [InlineData("XYZ160115C00100000", "XYZ160115C00105000", "5.00", "$.limitPrice")]
    [InlineData("XYZ160115P00095000", "XYZ160115P00100000", "-5.00", "$.limitPrice")]
    [InlineData("XYZ160115C00100000", "XYZ160115C00100000", "1.20", "$.sell")]
    [InlineData("XYZ160115C00100000", "XYZ160115P00105000", "1.20", "$.sell")]
    [InlineData("XYZ160115C00100000", "XYZ160122C00105000", "1.20", "$.sell")]
    [InlineData("XYZ160115C00100000", "XYY160115C00105000", "1.20", "$.sell")]
    public void WhenAVerticalDoesNotHold_ItIsRefused(string buy, string sell, string limit, string path) => Assert.Equal(
        [path], RecommendationReader.Read(SampleRecommendations.Vertical(buy, sell, limit), SampleSession.Noon).Problems.Select(problem => problem.Path));

    [Fact]
    public void WhenNothingIsRight_EverythingIsSaidAtOnce()
    {
        var reading = RecommendationReader.Read("""{ "recomendationId": "x", "quantity": 0, "limitPrice": -1, "maximumSlippage": "a lot", "notes": 7 }""", SampleSession.Noon);

        Assert.Equal(
            ["$.action", "$.expiresAt", "$.limitPrice", "$.maximumSlippage", "$.notes", "$.quantity", "$.recomendationId", "$.recommendationId"],
            reading.Problems.Select(problem => problem.Path).Order());
        Assert.Contains(reading.Problems, problem => problem.Text.Contains("did you mean recommendationId?", StringComparison.Ordinal));
    }

    [Fact]
    public void WhenTheIdCanBeRead_ItIsToldBesideTheProblems() =>
        Assert.Equal("sig-1", RecommendationReader.Read(Call.Replace("2.50", "0", StringComparison.Ordinal), SampleSession.Noon).Id);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("{ \"action\": \"BUY_CALL\", }")]
    [InlineData("// none\n{}")]
    [InlineData("{ \"notes\": \"\\ud800\" }")]
    [InlineData("{ \"\\udc00\": 1 }")]
    [InlineData("\ud800")]
    public void WhenTheTextIsNoRecommendation_TheAnswerIsOneProblem(string json)
    {
        var reading = RecommendationReader.Read(json, SampleSession.Noon);

        Assert.Null(reading.Recommendation);
        Assert.Equal("$", Assert.Single(reading.Problems).Path);
    }

    [Fact]
    public void WhenTheTextIsTooLong_ItIsNotEvenLookedAt()
    {
        var longest = Call + new string(' ', RecommendationReader.Longest - Call.Length);

        Assert.NotNull(RecommendationReader.Read(longest, SampleSession.Noon).Recommendation);
        Assert.Equal("$", Assert.Single(RecommendationReader.Read(longest + " ", SampleSession.Noon).Problems).Path);
    }

    [Theory]
    [InlineData(500, true)]
    [InlineData(501, false)]
    public void WhenNotesAreLong_EachCharacterCountsOnce(int characters, bool isTaken)
    {
        foreach (var character in new[] { "x", "ä", "📈" })
        {
            var json = Call.Replace(" }", $", \"notes\": \"{string.Concat(Enumerable.Repeat(character, characters))}\" }}", StringComparison.Ordinal);
            Assert.Equal(isTaken, RecommendationReader.Read(json, SampleSession.Noon).Recommendation is not null);
        }
    }

    [Theory]
    [InlineData("\\t\\n\\r", true)]
    [InlineData("\\u0008", false)]
    [InlineData("\\u000b", false)]
    [InlineData("\\u001f", false)]
    [InlineData("\\u0020", true)]
    [InlineData("\\u007e", true)]
    [InlineData("\\u007f", false)]
    [InlineData("\\u009f", false)]
    [InlineData("\\u00a0", true)]
    public void WhenNotesHoldControlCharacters_OnlyLineEndsAndTabsMayBe(string notes, bool isTaken) => Assert.Equal(
        isTaken, RecommendationReader.Read(Call.Replace(" }", $", \"notes\": \"{notes}\" }}", StringComparison.Ordinal), SampleSession.Noon).Recommendation is not null);

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void WhenAnIdIsLong_SixtyFourIsTheMost(int characters, bool isTaken) => Assert.Equal(
        isTaken, RecommendationReader.Read(Call.Replace("sig-1", new string('a', characters), StringComparison.Ordinal), SampleSession.Noon).Recommendation is not null);

    [Fact]
    public void WhenStockIsBought_APlanIsRefused() => Assert.Equal("$.exitPlan", Assert.Single(
        RecommendationReader.Read(SampleRecommendations.Json(EntryAction.BuyStock, ", \"exitPlan\": {}"), SampleSession.Noon).Problems).Path);

    [Fact]
    public void WhenACreditIsToKeepAllOfItself_ThePlanIsRefused() => Assert.Equal("$.exitPlan.takeProfit.target", Assert.Single(
        RecommendationReader.Read(SampleRecommendations.Json(EntryAction.SellPut, """, "exitPlan": { "takeProfit": { "target": 1 } }"""), SampleSession.Noon).Problems).Path);

    [Fact]
    public void WhenThousandsOfThingsAreWrong_TheAnswerStaysShort()
    {
        var hostile = new JsonObject(Enumerable.Range(0, 4_000).Select(number => KeyValuePair.Create($"name{number}", (JsonNode?)number))).ToJsonString();

        var problems = RecommendationReader.Read(hostile, SampleSession.Noon).Problems;

        Assert.Equal(51, problems.Count);
        Assert.StartsWith("and ", problems[^1].Text, StringComparison.Ordinal);
        Assert.All(
            RecommendationReader.Read(Call.Replace("sig-1", new string('x', 60_000), StringComparison.Ordinal), SampleSession.Noon).Problems,
            problem => Assert.True(problem.Text.Length < 700));
    }
}
