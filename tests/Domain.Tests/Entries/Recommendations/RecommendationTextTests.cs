using System.Text;
using System.Text.Json.Nodes;
using ExitDesk.Domain.Entries;
using ExitDesk.Domain.Entries.Recommendations;
using ExitDesk.Domain.Tests.Samples;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ExitDesk.Domain.Tests.Entries.Recommendations;

/// <summary>What is written is read as the same, and whatever is sent is answered.</summary>
public sealed class RecommendationTextTests
{
    [Fact]
    public void WhenARecommendationIsWritten_ItReadsAsTheSame() => Assert.All(
        SampleRecommendations.All.Select(recommendation => recommendation with { Notes = "\"<ä📈>\"\n", Strategy = "a-1" }),
        recommendation => Assert.Equal(recommendation, SampleRecommendations.Read(RecommendationText.Write(recommendation))));

    [Fact]
    public void WhenTwoTextsMeanTheSame_TheyAreWrittenAsOne()
    {
        var one = SampleRecommendations.Json(EntryAction.BuyCall, """, "exitPlan": { "stopLoss": { "debitLoss": 0.3, "enabled": true } }""");
        var other = JsonNode.Parse(one)!.AsObject().Reverse().ToDictionary(pair => pair.Key, pair => pair.Value?.DeepClone());
        other["limitPrice"] = JsonNode.Parse("2.5");
        other["expiresAt"] = "2015-12-23T12:30-05:00";
        other["exitPlan"] = JsonNode.Parse("""{ "stopLoss": { "enabled": true, "debitLoss": 0.30 } }""");

        Assert.Equal(
            RecommendationText.Write(SampleRecommendations.Read(one)),
            RecommendationText.Write(SampleRecommendations.Read(new JsonObject(other).ToJsonString())));
    }

    [Fact]
    public void WhateverIsSent_ItIsAnswered() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new System.Random(seed);
            var bytes = Encoding.UTF8.GetBytes(SampleRecommendations.Json(EntryActions.All[random.Next(EntryActions.All.Count)], """, "exitPlan": { "stopLoss": { "debitLoss": 0.3 } }, "notes": "\u00e4" """));
            for (var i = 0; i < random.Next(1, 4); i++)
            {
                bytes[random.Next(bytes.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : (byte)"{}[]\",:\\0-9eEud"[random.Next(15)];
            }

            var reading = RecommendationReader.Read(Encoding.UTF8.GetString(bytes), SampleSession.Noon);

            Assert.Equal(reading.Recommendation is null, reading.Problems.Count > 0);
            if (reading.Recommendation is { } taken)
            {
                Assert.Equal(taken, SampleRecommendations.Read(RecommendationText.Write(taken)));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));
}
