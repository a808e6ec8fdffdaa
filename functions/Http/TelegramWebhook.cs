using ExitDesk.Engine.Adapters.Telegram;
using ExitDesk.Engine.Workflows.Operator;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ExitDesk.Functions.Http;

/// <summary>HTTP door to <see cref="OperatorInbox"/>. Answers 200 to everything but the owner's update that must come again.</summary>
public sealed class TelegramWebhook(OperatorInbox inbox)
{
    [Function(nameof(TelegramWebhook))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "telegram")] HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(request, cancellationToken).ConfigureAwait(false);
        string? problem = "longer than an update can be";
        var update = body is null ? null : TelegramUpdates.Read(body, out problem);
        var secret = request.Headers["X-Telegram-Bot-Api-Secret-Token"].ToString();
        var outcome = await inbox.ReceiveAsync(secret, update, problem, cancellationToken).ConfigureAwait(false);
        return outcome == InboxOutcome.TryAgain ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable) : Results.Ok();
    }
}
