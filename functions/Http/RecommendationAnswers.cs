using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Plans;
using ExitDesk.Engine.Telling;
using ExitDesk.Engine.Workflows.Entries;
using Microsoft.AspNetCore.Http;

namespace ExitDesk.Functions.Http;

/// <summary>What the sender of a recommendation is told.</summary>
internal static class RecommendationAnswers
{
    /// <summary>When a storage that did not answer may be asked again.</summary>
    public const int RetryAfterSeconds = 5;

    public static IResult Of(DispatchOutcome outcome) => outcome switch
    {
        DispatchOutcome.Accepted accepted => Told(StatusCodes.Status202Accepted, accepted.Entry),
        DispatchOutcome.Repeated repeated => Told(StatusCodes.Status200OK, repeated.Entry),
        DispatchOutcome.Differs differs => Refused(
            StatusCodes.Status409Conflict, new PlanProblem("$.recommendationId", $"{differs.Entry.Id} was used for another recommendation; give each an id of its own")),
        DispatchOutcome.Refused refused => Refused(StatusCodes.Status400BadRequest, [.. refused.Problems]),
        DispatchOutcome.Full full => Refused(StatusCodes.Status429TooManyRequests, full.Problem),
        DispatchOutcome.Unavailable => new UnavailableResult(),
        _ => throw new InvalidOperationException("A recommendation ended in no known way."),
    };

    public static IResult NotJson() => Refused(StatusCodes.Status415UnsupportedMediaType, new PlanProblem("$", "send it as application/json, in UTF-8"));

    public static IResult TooLong() => Refused(StatusCodes.Status413PayloadTooLarge, new PlanProblem("$", $"at most {RequestBody.LongestBody} bytes are read"));

    public static IResult Broken() => Refused(StatusCodes.Status400BadRequest, new PlanProblem("$", "the body ended before it should; send it again"));

    public static IResult NoText() => Refused(StatusCodes.Status400BadRequest, new PlanProblem("$", "the bytes are no UTF-8"));

    private static IResult Told(int status, PositionEntry entry) => Results.Json(
        new
        {
            recommendationId = entry.Id,
            status = entry.Status.ToString(),
            end = entry.End?.ToString(),
            state = EntryText.State(entry),
            reasons = entry.Verdict?.Reasons ?? [],
            filledQuantity = entry.FilledQuantity,
            positionId = entry.PositionId,
        },
        statusCode: status);

    private static IResult Refused(int status, params PlanProblem[] problems) => Results.Json(
        new { problems = problems.Select(problem => new { path = problem.Path, problem = problem.Text }) }, statusCode: status);

    /// <summary>503 with the seconds to wait.</summary>
    private sealed class UnavailableResult : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.RetryAfter = $"{RetryAfterSeconds}";
            return Results.Json(
                new { problems = new[] { new { path = "$", problem = "it could not be written down; send the same again" } } },
                statusCode: StatusCodes.Status503ServiceUnavailable).ExecuteAsync(httpContext);
        }
    }
}
