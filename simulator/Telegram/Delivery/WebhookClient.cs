using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace ExitDesk.Simulator.Telegram.Delivery;

/// <summary>Posts updates to the bot.</summary>
/// <remarks>
/// The answer is awaited for <see cref="Patience"/> of wall time: the bot is a real process, and in lock-step the market stands
/// still while it thinks. A method that the bot puts into its answer is ignored.
/// </remarks>
internal sealed class WebhookClient(TimeProvider time) : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <returns>Null for 2xx, otherwise why not.</returns>
    public async Task<string?> PostAsync(Webhook webhook, JsonObject body, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url)
        {
            Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        if (webhook.SecretToken is { } secret)
        {
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        }

        try
        {
            using var response = await _http.SendAsync(request, either.Token).ConfigureAwait(false);
            return response.IsSuccessStatusCode
                ? null
                : $"Wrong response from the webhook: {(int)response.StatusCode} {ReasonOf(response.StatusCode)}";
        }
        catch (OperationCanceledException)
        {
            return "Read timeout expired";
        }
        catch (HttpRequestException)
        {
            return "Connection refused or lost";
        }
    }

    public void Dispose() => _http.Dispose();

    private static string ReasonOf(HttpStatusCode status) => status.ToString();
}
