using ExitDesk.Domain.Entries;
using ExitDesk.Domain.Entries.Recommendations;
using ExitDesk.Domain.Tests.Samples;

namespace ExitDesk.Domain.Tests.Entries;

/// <summary>Recommendations in XYZ at 100, made at noon of the sample session; options expire in 23 days.</summary>
internal static class SampleRecommendations
{
    public const string Call = "XYZ160115C00100000";
    public const string HighCall = "XYZ160115C00105000";
    public const string Put = "XYZ160115P00100000";
    public const string LowPut = "XYZ160115P00095000";

    public static readonly DateTimeOffset ExpiresAt = SampleSession.Noon.AddMinutes(30);

    public static Recommendation BuyCall { get; } = Read(Json(EntryAction.BuyCall));

    public static Recommendation BuyPut { get; } = Read(Json(EntryAction.BuyPut));

    public static Recommendation BuyStock { get; } = Read(Json(EntryAction.BuyStock));

    public static Recommendation SellStock { get; } = Read(Json(EntryAction.SellStock));

    public static Recommendation SellPut { get; } = Read(Json(EntryAction.SellPut));

    public static Recommendation SellCall { get; } = Read(Json(EntryAction.SellCall));

    /// <summary>Long the 100 call, short the 105 call.</summary>
    public static Recommendation DebitVertical { get; } = Read(Json(EntryAction.OpenVertical));

    /// <summary>Short the 100 put, long the 95 put.</summary>
    public static Recommendation CreditVertical { get; } = Read(Vertical(LowPut, Put, "-1.20"));

    public static IReadOnlyList<Recommendation> All { get; } = [BuyCall, BuyPut, BuyStock, SellStock, SellPut, SellCall, DebitVertical, CreditVertical];

    /// <summary>One of each action, of two contracts or a hundred shares.</summary>
    public static string Json(EntryAction action, string more = "") => action switch
    {
        EntryAction.BuyCall => Of(action, $"\"contract\": \"{Call}\"", 2, "2.50", more),
        EntryAction.BuyPut => Of(action, $"\"contract\": \"{Put}\"", 2, "2.50", more),
        EntryAction.BuyStock or EntryAction.SellStock => Of(action, "\"symbol\": \"XYZ\"", 100, "100.00", more),
        EntryAction.SellPut => Of(action, $"\"contract\": \"{Put}\"", 2, "2.50", more),
        EntryAction.SellCall => Of(action, $"\"contract\": \"{Call}\"", 2, "2.50", more),
        EntryAction.OpenVertical => Vertical(Call, HighCall, "1.20", more),
    };

    public static string Vertical(string buy, string sell, string limit, string more = "") =>
        Of(EntryAction.OpenVertical, $"\"buy\": \"{buy}\", \"sell\": \"{sell}\"", 2, limit, more);

    public static Recommendation Read(string json)
    {
        var reading = RecommendationReader.Read(json, SampleSession.Noon);
        return reading.Recommendation ?? throw new InvalidOperationException(string.Join("; ", reading.Problems));
    }

    private static string Of(EntryAction action, string legs, int quantity, string limit, string more) =>
        $$"""{ "recommendationId": "sig-1", "action": "{{action.Word()}}", {{legs}}, "quantity": {{quantity}}, "limitPrice": {{limit}}, "expiresAt": "2015-12-23T17:30:00Z"{{more}} }""";
}
