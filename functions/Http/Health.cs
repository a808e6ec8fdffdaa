using ExitDesk.Engine.Workflows;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ExitDesk.Functions.Http;

/// <summary>HTTP door to <see cref="HealthCheck"/>. 200 if all runs, 503 with the problems if not.</summary>
public sealed class Health(HealthCheck health)
{
    [Function(nameof(Health))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "health")] HttpRequest request, CancellationToken cancellationToken)
    {
        var report = await health.ReadAsync(cancellationToken).ConfigureAwait(false);
        return Results.Json(report, statusCode: report.Problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
