using System.Globalization;
using System.Text;
using System.Text.Json;
using ExitDesk.Domain.Plans;

namespace ExitDesk.Domain.Entries.Recommendations;

/// <summary>Reads a recommendation from JSON, as <c>recommendation.schema.json</c> describes it. Total: whatever is sent, it answers.</summary>
public static class RecommendationReader
{
    /// <summary>Characters of the longest text that is read.</summary>
    public const int Longest = 65_536;

    /// <summary>How far ahead a recommendation may expire: nobody's view of a market is good for longer.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromDays(7);

    private const int MostProblems = 50;

    /// <summary>Reads; every problem at once.</summary>
    /// <param name="json">As it was sent.</param>
    /// <param name="now">The broker's clock; null leaves aside whether it has expired, as for one that was taken before.</param>
    public static RecommendationReading Read(string json, DateTimeOffset? now)
    {
        if (json.Length > Longest)
        {
            return Refused(string.Create(CultureInfo.InvariantCulture, $"{json.Length} characters are too many, at most {Longest} are read"));
        }

        var bytes = Encoding.UTF8.GetBytes(json);
        if (JsonText.Problem(bytes) is { } problem)
        {
            return Refused(problem);
        }

        using var document = JsonDocument.Parse(bytes);
        return Read(document.RootElement, PlanLines.Of(json).Twice, now);
    }

    /// <summary>What is wrong with its expiry at a moment; null if nothing is.</summary>
    public static string? LifeProblem(DateTimeOffset expiresAt, DateTimeOffset now) =>
        expiresAt <= now ? string.Create(CultureInfo.InvariantCulture, $"it expired: it is {now.UtcDateTime:yyyy-MM-ddTHH:mm:ss}Z; send a new recommendation with a new id")
        : expiresAt - now > LongestLife ? $"at most {LongestLife.TotalDays:0} days ahead are taken"
        : null;

    private static RecommendationReading Read(JsonElement root, IReadOnlyList<string> twice, DateTimeOffset? now)
    {
        var problems = new List<PlanProblem>(twice.Select(static path => new PlanProblem(path, "stands there twice; keep one")));
        var values = new RecommendationValues(root, problems);
        if (!values.IsObject)
        {
            return Told(null, problems);
        }

        var id = values.Required(RecommendationFields.Id, RecommendationFields.IdShape) as string;
        var action = values.Required(RecommendationFields.Action, RecommendationFields.ActionShape) as EntryAction?;
        var expiresAt = values.Required(RecommendationFields.ExpiresAt, RecommendationFields.ExpiryShape) as DateTimeOffset?;
        var quantity = values.Required(RecommendationFields.Quantity, RecommendationFields.QuantityShape) as int?;
        var legs = action is { } known ? RecommendedLegs.Read(values, known) : null;
        var limit = RecommendedPrice.Limit(values, action, legs);
        var slippage = RecommendedPrice.Slippage(values);
        var strategy = values.Optional(RecommendationFields.Strategy, RecommendationFields.StrategyShape) as string;
        var notes = values.Optional(RecommendationFields.Notes, RecommendationFields.NotesShape) as string;
        var plan = RecommendedPlan.Read(values, action, legs);
        values.RefuseUnknown();
        if (expiresAt is { } expiry && now is { } clock && LifeProblem(expiry, clock) is { } life)
        {
            values.Complain(RecommendationFields.ExpiresAt, life);
        }

        return Told(
            problems.Count > 0 ? null : new Recommendation(id!, action!.Value, legs!, quantity!.Value, expiresAt!.Value)
            {
                LimitPrice = limit,
                MaximumSlippage = slippage,
                Strategy = strategy,
                ExitPlan = plan,
                Notes = notes,
            },
            problems) with
        {
            Id = id,
        };
    }

    // What is quoted back is as long as a card can carry, whatever was sent.
    private static RecommendationReading Told(Recommendation? recommendation, List<PlanProblem> problems)
    {
        var told = problems.Take(MostProblems).Select(static problem => new PlanProblem(Cut(problem.Path, 120), Cut(problem.Text, 600)));
        return new RecommendationReading(
            recommendation,
            problems.Count <= MostProblems ? [.. told] : [.. told, new PlanProblem("$", string.Create(CultureInfo.InvariantCulture, $"and {problems.Count - MostProblems} more"))]);
    }

    private static string Cut(string text, int most) =>
        text.Length <= most ? text : $"{text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)]}…";

    private static RecommendationReading Refused(string problem) => new(null, [new PlanProblem("$", problem)]);
}
