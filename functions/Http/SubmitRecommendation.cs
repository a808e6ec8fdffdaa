using ExitDesk.Engine.Workflows.Entries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ExitDesk.Functions.Http;

/// <summary>HTTP door to <see cref="Dispatcher"/>. 202 once it is written down, 200 for its repeat; whatever is sent, never a 500.</summary>
public sealed class SubmitRecommendation(Dispatcher dispatcher)
{
    [Function(nameof(SubmitRecommendation))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "recommendations")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (!RecommendationBody.IsJson(request))
        {
            return RecommendationAnswers.NotJson();
        }

        return await RequestBody.BytesAsync(request, cancellationToken).ConfigureAwait(false) is not { } bytes ? RecommendationAnswers.Broken()
            : bytes.Length > RequestBody.LongestBody ? RecommendationAnswers.TooLong()
            : RecommendationBody.Text(bytes) is not { } json ? RecommendationAnswers.NoText()
            : RecommendationAnswers.Of(await dispatcher.SubmitAsync(json, "http", cancellationToken).ConfigureAwait(false));
    }
}
