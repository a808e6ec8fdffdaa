using System.Text.Json.Nodes;

namespace ExitDesk.Domain.Entries.Recommendations;

/// <summary>Writes a recommendation as it is read: one text for all that mean the same.</summary>
public static class RecommendationText
{
    public static string Write(Recommendation recommendation)
    {
        var legs = RecommendationFields.LegNames(recommendation.Action).Zip(recommendation.Legs, static (name, leg) => KeyValuePair.Create(name, (JsonNode?)leg.Symbol));
        var written = new JsonObject(
        [
            new(RecommendationFields.Id, recommendation.Id),
            new(RecommendationFields.Action, recommendation.Action.Word()),
            .. legs,
            new(RecommendationFields.Quantity, recommendation.Quantity),
        ]);
        Add(written, RecommendationFields.LimitPrice, Number(recommendation.LimitPrice));
        Add(written, RecommendationFields.MaximumSlippage, Number(recommendation.MaximumSlippage));
        Add(written, RecommendationFields.Strategy, recommendation.Strategy);
        Add(written, RecommendationFields.ExitPlan, recommendation.ExitPlan is { } plan ? JsonNode.Parse(plan) : null);
        Add(written, RecommendationFields.Notes, recommendation.Notes);
        written[RecommendationFields.ExpiresAt] = RecommendationFields.ExpiryShape.Write(recommendation.ExpiresAt);
        return written.ToJsonString();
    }

    // 2.50 and 2.5 are one price.
    private static JsonNode? Number(decimal? price) => price is null ? null : JsonNode.Parse(RecommendationFields.NetPriceShape.Write(price));

    private static void Add(JsonObject written, string name, JsonNode? value)
    {
        if (value is not null)
        {
            written[name] = value;
        }
    }
}
